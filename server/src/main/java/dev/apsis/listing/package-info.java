/** How a server gets into a directory's list, and knows of the others that are there. */
@NullMarked
package dev.apsis.listing;

import org.jspecify.annotations.NullMarked;
