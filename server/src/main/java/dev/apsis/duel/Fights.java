package dev.apsis.duel;

/** Has rounds fought. */
public interface Fights {
    /** The outcome of a round; there is one, whatever pilots do. */
    Outcome fight(Bill bill);
}
