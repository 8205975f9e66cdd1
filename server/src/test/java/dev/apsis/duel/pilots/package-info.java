/** Pilots that duels are tried with: some who fly, and one for each way to go wrong. */
@NullMarked
package dev.apsis.duel.pilots;

import org.jspecify.annotations.NullMarked;
