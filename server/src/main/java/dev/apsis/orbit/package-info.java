/** Orbit, the game Apsis ships. */
@NullMarked
package dev.apsis.orbit;

import org.jspecify.annotations.NullMarked;
