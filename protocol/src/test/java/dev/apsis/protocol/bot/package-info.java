@NullMarked
package dev.apsis.protocol.bot;

import org.jspecify.annotations.NullMarked;
