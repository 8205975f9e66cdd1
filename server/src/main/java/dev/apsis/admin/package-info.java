/**
 * Looking after a server over HTTP: who may, what is to be seen, and what is to be done. Closed
 * unless somebody has a token.
 */
@NullMarked
package dev.apsis.admin;

import org.jspecify.annotations.NullMarked;
