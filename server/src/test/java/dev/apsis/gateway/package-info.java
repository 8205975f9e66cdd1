/** Tests of the doors, over real sockets on loopback. */
@NullMarked
package dev.apsis.gateway;

import org.jspecify.annotations.NullMarked;
