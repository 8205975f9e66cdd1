/** What a host may set, read from a file, the environment and the command line by one table. */
@NullMarked
package dev.apsis.config;

import org.jspecify.annotations.NullMarked;
