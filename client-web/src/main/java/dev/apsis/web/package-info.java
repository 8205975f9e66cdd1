/** The thin facade through which TypeScript sees the protocol. */
@NullMarked
package dev.apsis.web;

import org.jspecify.annotations.NullMarked;
