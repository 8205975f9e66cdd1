/** The handful of verbs by which the engine sees a game. */
@NullMarked
package dev.apsis.engine.game;

import org.jspecify.annotations.NullMarked;
