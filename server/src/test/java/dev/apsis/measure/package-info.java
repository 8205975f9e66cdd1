/** Tests of rooms, seats and time, stepped by hand. */
@NullMarked
package dev.apsis.engine;

import org.jspecify.annotations.NullMarked;
