/** The game of Orbit: its rules, behind the engine's border. */
@NullMarked
package dev.apsis.orbit;

import org.jspecify.annotations.NullMarked;
