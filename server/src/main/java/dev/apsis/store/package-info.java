/**
 * What outlives the process: rounds, players, leaderboards, accounts, bans and the audit log, in an
 * embedded database or in PostgreSQL. Knows JDBC and nothing of rooms, sockets or HTTP; everything
 * that takes time happens on threads of its own, and whoever asks is answered later.
 */
@NullMarked
package dev.apsis.store;

import org.jspecify.annotations.NullMarked;
