/** Orbit's house bots: they see what a player would be sent, and act by the same commands. */
@NullMarked
package dev.apsis.orbit.bot;

import org.jspecify.annotations.NullMarked;
