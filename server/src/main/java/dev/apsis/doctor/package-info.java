/** The connection doctor of the terminal: reads a server's test feed by every transport. */
@NullMarked
package dev.apsis.doctor;

import org.jspecify.annotations.NullMarked;
