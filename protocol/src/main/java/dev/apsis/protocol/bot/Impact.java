package dev.apsis.protocol.bot;

/**
 * What a ship will run into if nobody touches the controls.
 *
 * @param what an {@link Orb}, a {@link Ship} or a {@link Torpedo}, as it is now
 * @param seconds until they touch
 * @param speed how fast they meet, in units per second
 */
public record Impact(Thing what, double seconds, double speed) {}
