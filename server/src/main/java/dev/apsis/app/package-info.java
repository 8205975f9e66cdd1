/** The command line and the wiring of everything else. */
@NullMarked
package dev.apsis.app;

import org.jspecify.annotations.NullMarked;
