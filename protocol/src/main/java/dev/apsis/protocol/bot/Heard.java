package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.ServerMessage;

/** What a message turned out to be that a {@link Cockpit} took in. */
public sealed interface Heard {
    /** The world moved on: {@link Cockpit#view} shows it, and commands are wanted. */
    record Frame() implements Heard {}

    /** Anything else the server says: a kill, a chat line, a refusal. */
    record Word(ServerMessage message) implements Heard {}

    /** Of a kind that is unknown or that nobody asked for; it was not decoded. */
    record Skipped() implements Heard {}

    /** It made no sense; the cockpit has asked to be told everything again. */
    record Garbled(String why) implements Heard {}
}
