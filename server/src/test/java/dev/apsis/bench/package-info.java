/** Tests of measuring. */
@NullMarked
package dev.apsis.bench;

import org.jspecify.annotations.NullMarked;
