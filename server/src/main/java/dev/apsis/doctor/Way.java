package dev.apsis.doctor;

import java.util.List;

/** The way to a server: how long it is, and how far its clock is ahead of ours. */
public record Way(
        List<Double> roundTripMillis, double offsetMillis, boolean secure, double seconds) {
    public Way {
        roundTripMillis = List.copyOf(roundTripMillis);
    }
}
