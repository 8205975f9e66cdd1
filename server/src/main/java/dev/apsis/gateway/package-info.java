/** The doors: HTTP and WebSocket, from bytes to typed messages and from frames to bytes. */
@NullMarked
package dev.apsis.gateway;

import org.jspecify.annotations.NullMarked;
