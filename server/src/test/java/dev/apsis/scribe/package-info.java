@NullMarked
package dev.apsis.scribe;

import org.jspecify.annotations.NullMarked;
