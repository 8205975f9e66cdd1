/**
 * The list of servers: who announces itself is looked at from outside, and listed if it answers.
 */
@NullMarked
package dev.apsis.directory;

import org.jspecify.annotations.NullMarked;
