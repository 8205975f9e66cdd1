package dev.apsis.link;

import java.util.SplittableRandom;

/**
 * The network between one client and the server, whatever connections go over it. Owned by its
 * test, which changes the weather and breaks it.
 */
public final class Path {
    final Agenda agenda;

    private final SplittableRandom chance;
    private Weather weather;
    private int unreadBytes = 65536;
    private long extraDownNanos;
    private long downFromNanos;
    private long downUntilNanos;

    public Path(Agenda agenda, long seed, Weather weather) {
        this.agenda = agenda;
        this.chance = new SplittableRandom(seed);
        this.weather = weather;
    }

    public Weather weather() {
        return weather;
    }

    public void become(Weather next) {
        weather = next;
    }

    /** The kernels at both ends hold no more than this of what nobody reads. */
    public void holdUnread(int bytes) {
        unreadBytes = bytes;
    }

    int mostUnreadBytes() {
        return unreadBytes;
    }

    /** What comes from the server waits so much longer, in some queue on its way. */
    public void queueDownMillis(int millis) {
        extraDownNanos = millis * Agenda.MILLI;
    }

    /** Nothing gets through from now on, for so long. */
    public void breakFor(double seconds) {
        downFromNanos = agenda.nanos();
        downUntilNanos = downFromNanos + (long) (seconds * Agenda.SECOND);
    }

    boolean brokenAt(long nanos) {
        return nanos >= downFromNanos && nanos < downUntilNanos;
    }

    long rttNanos() {
        return weather.rttMillis() * Agenda.MILLI;
    }

    /** How long a packet takes this time. */
    long crossNanos(boolean fromServer) {
        double sigma = weather.jitterMillis() / 2.0 * Agenda.MILLI;
        long late = sigma == 0 ? 0 : (long) Math.abs(chance.nextGaussian() * sigma);
        return rttNanos() / 2 + late + (fromServer ? extraDownNanos : 0);
    }

    boolean loses() {
        return weather.lossPercent() > 0 && chance.nextDouble(100) < weather.lossPercent();
    }
}
