/**
 * Watching a server: what it measures as a page for Prometheus, whether it lives and is ready, what
 * is wrong in plain words, and its log.
 */
@NullMarked
package dev.apsis.watch;

import org.jspecify.annotations.NullMarked;
