/** Networks in virtual time, and the clients behind them. */
@NullMarked
package dev.apsis.link;

import org.jspecify.annotations.NullMarked;
