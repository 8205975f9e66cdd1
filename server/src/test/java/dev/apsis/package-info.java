/** Tests of the whole product. */
@NullMarked
package dev.apsis;

import org.jspecify.annotations.NullMarked;
