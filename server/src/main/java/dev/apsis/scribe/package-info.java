/** Notes how rounds end, and hands that to the store: one more listener of every room's news. */
@NullMarked
package dev.apsis.scribe;

import org.jspecify.annotations.NullMarked;
