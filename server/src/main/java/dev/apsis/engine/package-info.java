/** Rooms, seats and time, for any game: knows none, and no HTTP. */
@NullMarked
package dev.apsis.engine;

import org.jspecify.annotations.NullMarked;
