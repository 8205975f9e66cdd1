/** How long and how late things are, counted without cost. Knows only the JDK. */
@NullMarked
package dev.apsis.measure;

import org.jspecify.annotations.NullMarked;
