/** What the server tells whoever runs it, line by line: with fields, for people or for machines. */
@NullMarked
package dev.apsis.log;

import org.jspecify.annotations.NullMarked;
