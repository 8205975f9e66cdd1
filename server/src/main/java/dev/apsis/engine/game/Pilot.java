package dev.apsis.engine.game;

/** Who sits in a seat, as far as a game cares. */
public record Pilot(String name, boolean bot) {}
