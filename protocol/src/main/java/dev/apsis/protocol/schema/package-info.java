/** What travels, as a table: writer, reader, documentation and browser loop over it. */
@NullMarked
package dev.apsis.protocol.schema;

import org.jspecify.annotations.NullMarked;
