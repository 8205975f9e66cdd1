/** Tests of counting and timing. */
@NullMarked
package dev.apsis.measure;

import org.jspecify.annotations.NullMarked;
