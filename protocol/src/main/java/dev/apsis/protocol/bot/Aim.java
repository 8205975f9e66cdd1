package dev.apsis.protocol.bot;

/**
 * How to hit a target that goes on as it does.
 *
 * @param heading where the nose has to point when the torpedo leaves
 * @param seconds from the trigger to the hit
 * @param there where they meet
 */
public record Aim(double heading, double seconds, Place there) {}
