/** Tests of what a server tells those who watch it. */
@NullMarked
package dev.apsis.watch;

import org.jspecify.annotations.NullMarked;
