/** The part of Orbit that server, bots and browser must agree on: its table and its movement. */
@NullMarked
package dev.apsis.protocol.orbit;

import org.jspecify.annotations.NullMarked;
