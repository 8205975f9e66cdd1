/** The world at one tick in wire integers. */
@NullMarked
package dev.apsis.protocol.frame;

import org.jspecify.annotations.NullMarked;
