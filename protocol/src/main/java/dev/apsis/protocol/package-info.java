/** What two machines must agree on, to the bit. */
@NullMarked
package dev.apsis.protocol;

import org.jspecify.annotations.NullMarked;
