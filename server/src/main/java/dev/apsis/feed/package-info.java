/** What a room's public feed tells, numbered and kept for a while: no transport in here. */
@NullMarked
package dev.apsis.feed;

import org.jspecify.annotations.NullMarked;
