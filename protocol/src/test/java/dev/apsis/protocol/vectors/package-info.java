/** Golden vectors: bytes and motions that every implementation of the protocol must reproduce. */
@NullMarked
package dev.apsis.protocol.vectors;

import org.jspecify.annotations.NullMarked;
