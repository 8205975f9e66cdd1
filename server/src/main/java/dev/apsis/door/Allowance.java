package dev.apsis.door;

/**
 * What somebody may do: a bucket that fills at a rate and holds a burst. Owned by whoever asks it,
 * who says what happens when it is empty.
 */
public final class Allowance {
    private static final double NANOS_PER_SECOND = 1e9;

    private final double perSecond;
    private final double burst;
    private double left;
    private long filledAtNanos;

    public Allowance(double perSecond, double burst, long nowNanos) {
        this.perSecond = perSecond;
        this.burst = burst;
        this.left = burst;
        this.filledAtNanos = nowNanos;
    }

    /** Takes some out; false if there was not enough. */
    public boolean take(double amount, long nowNanos) {
        left = Math.min(burst, left + (nowNanos - filledAtNanos) / NANOS_PER_SECOND * perSecond);
        filledAtNanos = nowNanos;
        if (left < amount) {
            return false;
        }
        left -= amount;
        return true;
    }
}
