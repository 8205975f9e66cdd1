package dev.apsis.config;

/** What a host has to put right, in one sentence, and the place where it stands, if it has one. */
public record Problem(String place, String sentence) {
    @Override
    public String toString() {
        return place.isEmpty() ? sentence : place + ": " + sentence;
    }
}
