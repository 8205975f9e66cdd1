package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;

/** Counts what one audience was shown, until its room is told. Owned by the audience. */
final class Showings {
    private int shown;
    private int skipped;
    private int resyncs;
    private int viewersTold;

    void shown() {
        shown++;
    }

    /** The line was busy. */
    void skipped() {
        skipped++;
    }

    /** Everything had to be told again. */
    void resynced() {
        resyncs++;
    }

    /** What came since the last call. */
    RoomMessage.Watched drain(int viewers) {
        var watched = new RoomMessage.Watched(viewers - viewersTold, shown, skipped, resyncs);
        viewersTold = viewers;
        shown = 0;
        skipped = 0;
        resyncs = 0;
        return watched;
    }
}
