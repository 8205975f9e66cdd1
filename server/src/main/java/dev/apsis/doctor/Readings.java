package dev.apsis.doctor;

import java.util.Map;

/** All that was measured of one server. */
public record Readings(Map<Transport, Figures> figures, Way way) {
    public Readings {
        figures = Map.copyOf(figures);
    }

    public Figures of(Transport transport) {
        Figures found = figures.get(transport);
        return found == null ? new Figures() : found;
    }
}
