/** Rules about the code itself, checked like any other behaviour. */
@NullMarked
package dev.apsis.rules;

import org.jspecify.annotations.NullMarked;
