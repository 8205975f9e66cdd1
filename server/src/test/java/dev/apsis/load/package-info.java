/** Tests of clients in bulk, over real sockets. */
@NullMarked
package dev.apsis.load;

import org.jspecify.annotations.NullMarked;
