package dev.apsis.gateway;

/** The way of one channel to one reader: a stream of server-sent events, or part of a socket. */
interface FeedLine {
    /** Whether something told before is not on its way yet: nothing more is told meanwhile. */
    boolean full();

    /** Tells an event; whoever reads on later says this cursor, which is empty for none. */
    void tell(String cursor, String json);

    /** The channel has ended: this is all. */
    void end();
}
