package dev.apsis.engine;

/** How some durations of the last one to two minutes are spread. */
public record Spread(long count, int p50Micros, int p99Micros, int maxMicros) {}
