package dev.apsis.protocol.bot;

/**
 * Where a cockpit's messages go: a socket, or the other end's queue.
 *
 * <p>Each call is one whole binary message, in an array that nobody else holds. Whoever can't send
 * at the moment may drop a message that is not the first: commands age, and the next frame brings
 * new ones.
 */
@FunctionalInterface
public interface Uplink {
    /** Sends one message. */
    void send(byte[] message);
}
