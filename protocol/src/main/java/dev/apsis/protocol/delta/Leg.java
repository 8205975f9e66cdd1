package dev.apsis.protocol.delta;

/**
 * An entity's way from one tick to a later one: the row it had, and the row it gets. Owned by
 * whoever fills it in, and used again for the next entity.
 */
public final class Leg {
    public int[] before = {};
    public int beforeAt;
    public int[] row = {};
    public int at;

    /** The tick at which {@code before} stood, and how many ticks later {@code row} stands. */
    public int tick;

    public int ticks;

    /** Between which ticks; {@link #of} says whose way it is. */
    public void between(int newTick, int newTicks) {
        tick = newTick;
        ticks = newTicks;
    }

    public Leg of(int[] newBefore, int newBeforeAt, int[] newRow, int newAt) {
        before = newBefore;
        beforeAt = newBeforeAt;
        row = newRow;
        at = newAt;
        return this;
    }
}
