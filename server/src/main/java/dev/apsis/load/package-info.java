/**
 * Clients in bulk: many on one thread, over sockets of our own that cost as little as sockets can,
 * and what they measure. Knows the protocol only, never the server it tries.
 */
@NullMarked
package dev.apsis.load;

import org.jspecify.annotations.NullMarked;
