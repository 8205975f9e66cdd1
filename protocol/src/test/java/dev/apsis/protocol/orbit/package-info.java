@NullMarked
package dev.apsis.protocol.orbit;

import org.jspecify.annotations.NullMarked;
