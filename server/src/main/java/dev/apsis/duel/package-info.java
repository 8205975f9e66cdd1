/**
 * Duels of bots as fast as the machine can: matches in lockstep in a process of their own, series
 * and tournaments of them, and what their results are worth.
 *
 * <pre>
 * Series, Tournament -> RingProcess == pipe ==> Ring -> Fight -> IndoorRoom, Cockpit -> Pilot
 * </pre>
 */
@NullMarked
package dev.apsis.duel;

import org.jspecify.annotations.NullMarked;
