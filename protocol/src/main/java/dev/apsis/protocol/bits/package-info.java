/** Runs of bits: how every number reaches the wire. */
@NullMarked
package dev.apsis.protocol.bits;

import org.jspecify.annotations.NullMarked;
