package dev.apsis.load;

import dev.apsis.measure.Histogram;
import dev.apsis.protocol.message.ServerMessage;

import java.util.Arrays;

/** What all clients of one thread have measured since it was cleared. Owned by that thread. */
final class Figures {
    private static final long MICRO = 1000;
    private static final int KINDS = 16;

    /** Microseconds between two frames of one client. */
    final Histogram gaps = Histogram.fine();

    /** Microseconds from a tick to its frame's arrival. */
    final Histogram ages = Histogram.fine();

    /** Microseconds from a command's sending to the frame that acknowledges it. */
    final Histogram trips = Histogram.fine();

    private final long[] payloadBytes = new long[KINDS];
    private long frames;

    /** A message came in; its kind is in its first bits. */
    void message(byte[] message, int length) {
        if (length > 0) {
            payloadBytes[message[0] & KINDS - 1] += length;
        }
    }

    /** A frame came in, so long after the one before, or the first (0). */
    void frame(long gapNanos) {
        frames++;
        if (gapNanos > 0) {
            gaps.record(gapNanos / MICRO);
        }
    }

    void age(long nanos) {
        ages.record(nanos / MICRO);
    }

    void trip(long nanos) {
        trips.record(nanos / MICRO);
    }

    long frames() {
        return frames;
    }

    /** Bytes of all messages of a kind ({@link ServerMessage#KINDS}). */
    long payloadBytes(int kind) {
        return payloadBytes[kind];
    }

    long payloadBytes() {
        long sum = 0;
        for (long bytes : payloadBytes) {
            sum += bytes;
        }
        return sum;
    }

    void clear() {
        gaps.clear();
        ages.clear();
        trips.clear();
        Arrays.fill(payloadBytes, 0);
        frames = 0;
    }
}
