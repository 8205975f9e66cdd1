/** How strong somebody is, told from games won and lost. Knows only the JDK. */
@NullMarked
package dev.apsis.rating;

import org.jspecify.annotations.NullMarked;
