package dev.apsis.protocol.delta;

import dev.apsis.protocol.frame.Frame;

/** A frame, the one its viewers were sent last, and the records they share. */
public record FramePair(Frame before, Frame now, Records deltas, Records fulls) {}
