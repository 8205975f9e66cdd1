/** From frame to snapshot and back: records, rosters, the writer and its mirror. */
@NullMarked
package dev.apsis.protocol.delta;

import org.jspecify.annotations.NullMarked;
