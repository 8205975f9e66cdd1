package dev.apsis.protocol.bot;

/** What a cockpit counted since it was made. Owned by it; readable between its calls. */
public final class Counts {
    int frames;
    int welcomes;
    int resyncs;
    int desyncs;
    int garbled;
    int missed;

    Counts() {}

    /** Frames taken in. */
    public int frames() {
        return frames;
    }

    /** How often it was let in: one more than it came back. */
    public int welcomes() {
        return welcomes;
    }

    /** Frames that told everything again, other than the first of a connection. */
    public int resyncs() {
        return resyncs;
    }

    /** How often the server's fingerprint of the world differed from ours: never, unless a bug. */
    public int desyncs() {
        return desyncs;
    }

    /** Messages that made no sense. */
    public int garbled() {
        return garbled;
    }

    /** Frames that came while the pilot was still deciding on an older one. */
    public int missed() {
        return missed;
    }
}
