/** Rooms, ticks and frames of any game; knows no game and no HTTP. */
@NullMarked
package dev.apsis.engine;

import org.jspecify.annotations.NullMarked;
