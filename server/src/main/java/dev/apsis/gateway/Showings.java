package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;
import dev.apsis.measure.Buckets;

/** Counts what one audience was shown, until its room is told. Owned by the audience. */
final class Showings {
    private final Buckets showing = new Buckets();
    private int shown;
    private long bytes;
    private int skipped;
    private int resyncs;
    private int viewersTold;

    void shown(int length) {
        shown++;
        bytes += length;
    }

    /** A frame was shown to everybody who was to see it. */
    void took(long nanos) {
        showing.record(nanos);
    }

    /** The line was busy. */
    void skipped() {
        skipped++;
    }

    /** Everything had to be told again. */
    void resynced() {
        resyncs++;
    }

    /** What came since the last call, as the frame of a tick was the newest shown. */
    RoomMessage.Watched drain(int tick, int viewers) {
        var watched =
                new RoomMessage.Watched(
                        tick,
                        viewers - viewersTold,
                        shown,
                        bytes,
                        skipped,
                        resyncs,
                        showing.drain());
        viewersTold = viewers;
        shown = 0;
        bytes = 0;
        skipped = 0;
        resyncs = 0;
        return watched;
    }
}
