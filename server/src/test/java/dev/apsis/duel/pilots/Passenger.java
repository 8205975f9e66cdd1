package dev.apsis.duel.pilots;

/** Is no pilot. */
public final class Passenger {
    public Passenger() {}
}
