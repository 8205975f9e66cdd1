@NullMarked
package dev.apsis.door;

import org.jspecify.annotations.NullMarked;
