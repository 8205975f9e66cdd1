@NullMarked
package dev.apsis.store;

import org.jspecify.annotations.NullMarked;
