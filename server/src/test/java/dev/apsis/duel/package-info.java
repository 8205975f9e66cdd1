@NullMarked
package dev.apsis.duel;

import org.jspecify.annotations.NullMarked;
