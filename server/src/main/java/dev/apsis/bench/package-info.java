/**
 * Measures on the machine at hand what Apsis claims: bytes and times of the codec, clients held,
 * the server's cost beside a bare sender's, and what it bears. Starts servers as processes of their
 * own and meets them over their sockets only.
 */
@NullMarked
package dev.apsis.bench;

import org.jspecify.annotations.NullMarked;
