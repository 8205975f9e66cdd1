package dev.apsis.load;

import dev.apsis.load.Client.Standing;

/** How one client of a load has fared since it asked to come in. Owned by that client. */
final class Stay {
    private final Figures figures;
    private Standing standing = Standing.ASKING;
    private String why = "";
    private long frameNanos;

    Stay(Figures figures) {
        this.figures = figures;
    }

    void begin() {
        standing = Standing.IN;
    }

    void end(String reason) {
        standing = standing.ended();
        why = reason;
    }

    Standing standing() {
        return standing;
    }

    String why() {
        return why;
    }

    /** A frame came: how long after the one before, if there was one since the watch began. */
    void frame(long now) {
        figures.frame(frameNanos == 0 ? 0 : now - frameNanos);
        frameNanos = now;
    }

    void startWatch() {
        frameNanos = 0;
    }
}
