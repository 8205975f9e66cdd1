package dev.apsis.gateway;

import dev.apsis.protocol.message.ClientMessage;

/** What a client said, in whatever tongue. */
sealed interface Heard {
    /** A message of the protocol. */
    record Said(ClientMessage message) implements Heard {}

    /** Packed wishes without a tick, as JSON has them: they hold until others come. */
    record Held(int packed) implements Heard {}

    /** How often a JSON client wants to see the world. */
    record Rate(int perSecond) implements Heard {}
}
