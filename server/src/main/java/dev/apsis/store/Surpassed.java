package dev.apsis.store;

/**
 * An account's record is beaten: the best round of a mode that anybody flew was theirs, and is
 * another's by now.
 *
 * @param account who held it
 * @param heldScore what they had flown
 * @param by who beat it
 * @param score what they flew
 */
public record Surpassed(String mode, long account, int heldScore, String by, int score) {}
