package dev.apsis.gateway;

import dev.apsis.protocol.message.ServerMessage;

/** What a pilot says to others, by words or by a sign: to all, or to the own side. */
record Talk(int seat, boolean team, ServerMessage message) {}
