/** What all doors over HTTP have in common: limits, bodies and problems. Knows no server. */
@NullMarked
package dev.apsis.door;

import org.jspecify.annotations.NullMarked;
