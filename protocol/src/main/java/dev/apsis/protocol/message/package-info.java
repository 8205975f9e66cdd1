/** What client and server say to each other, apart from snapshots of the world. */
@NullMarked
package dev.apsis.protocol.message;

import org.jspecify.annotations.NullMarked;
