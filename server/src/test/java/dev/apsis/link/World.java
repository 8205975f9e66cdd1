package dev.apsis.link;

/** A server to connect to, which a test may ask how the world was at a frame's tick. */
public interface World extends TcpLink.Server {
    /** How many ticks there are a second; the first came at the beginning of time. */
    int TICKS_PER_SECOND = 60;

    /** Whether there was a frame of that tick. */
    boolean knows(int tick);

    /** The id of a seat's ship at a tick; 0 for none. */
    int ship(int tick, int seat);

    /** A field of a seat's ship at a tick. */
    int field(int tick, int seat, int field);
}
