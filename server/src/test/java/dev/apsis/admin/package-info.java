/** Tests of looking after a server. */
@NullMarked
package dev.apsis.admin;

import org.jspecify.annotations.NullMarked;
