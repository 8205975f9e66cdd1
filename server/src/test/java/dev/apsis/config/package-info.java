/** Tests of rooms, seats and time, stepped by hand. */
@NullMarked
package dev.apsis.config;

import org.jspecify.annotations.NullMarked;
