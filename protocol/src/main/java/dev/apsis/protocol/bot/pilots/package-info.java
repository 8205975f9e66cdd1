/** Example pilots: short enough to be read, good enough to be met. */
@NullMarked
package dev.apsis.protocol.bot.pilots;

import org.jspecify.annotations.NullMarked;
