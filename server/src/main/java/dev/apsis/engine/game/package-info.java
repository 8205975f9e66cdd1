/** The border between the engine and any game it runs. */
@NullMarked
package dev.apsis.engine.game;

import org.jspecify.annotations.NullMarked;
