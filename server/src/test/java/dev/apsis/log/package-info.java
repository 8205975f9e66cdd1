/** Tests of the log. */
@NullMarked
package dev.apsis.log;

import org.jspecify.annotations.NullMarked;
