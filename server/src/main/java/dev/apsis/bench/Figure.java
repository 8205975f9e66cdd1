package dev.apsis.bench;

/**
 * One measured number.
 *
 * @param trial which trial it is from
 * @param key its name for programs, unique within the trial
 * @param what its name for people
 */
public record Figure(String trial, String key, String what, double value, String unit) {}
