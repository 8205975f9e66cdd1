@NullMarked
package dev.apsis.rating;

import org.jspecify.annotations.NullMarked;
