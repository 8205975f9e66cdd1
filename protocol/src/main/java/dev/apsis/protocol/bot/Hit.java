package dev.apsis.protocol.bot;

/**
 * A hit in the frame at hand.
 *
 * @param victim the seat of the ship that was hit
 * @param by the seat of whoever hit it
 * @param damage what it cost of the hull
 */
public record Hit(int victim, int by, int damage) {}
