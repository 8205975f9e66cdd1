/** What all doors over HTTP have in common: limits, bodies and problems. Knows no game. */
@NullMarked
package dev.apsis.door;

import org.jspecify.annotations.NullMarked;
