/** The door to the outside: HTTP and WebSocket. */
@NullMarked
package dev.apsis.gateway;

import org.jspecify.annotations.NullMarked;
