package dev.apsis.link;

/** What one pilot saw of its connection, or many together. Owned by its test. */
public final class Figures {
    /** Snapshots that told of a contact of its own ship, which nobody can predict. */
    public int contacts;

    /** Units its own ship moved because any other snapshot said so. */
    public final Samples corrections = new Samples();

    /** The same, added up over each half second. */
    public final Samples correctionsPerHalfSecond = new Samples();

    /** Units between another's ship as guessed for a tick and as it was at that tick. */
    public final Samples remoteErrors = new Samples();

    /** How much older than half a round trip the newest snapshot was, at each picture. */
    public final Samples excessAgeMillis = new Samples();

    /** Ticks between snapshots that followed each other. */
    public final Samples gapTicks = new Samples();

    private double halfSecond;
    private long halfSecondEndsNanos = -1;

    public void addAll(Figures others) {
        corrections.addAll(others.corrections);
        correctionsPerHalfSecond.addAll(others.correctionsPerHalfSecond);
        remoteErrors.addAll(others.remoteErrors);
        excessAgeMillis.addAll(others.excessAgeMillis);
        gapTicks.addAll(others.gapTicks);
        contacts += others.contacts;
    }

    void corrected(double units, long nowNanos) {
        corrections.add(units);
        if (nowNanos >= halfSecondEndsNanos) {
            if (halfSecondEndsNanos >= 0) {
                correctionsPerHalfSecond.add(halfSecond);
            }
            halfSecond = 0;
            halfSecondEndsNanos = nowNanos + Agenda.SECOND / 2;
        }
        halfSecond += units;
    }
}
