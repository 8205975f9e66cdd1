@NullMarked
package dev.apsis.directory;

import org.jspecify.annotations.NullMarked;
