package dev.apsis.gateway;

import java.util.HashMap;
import java.util.Map;

/**
 * Whom one viewer does not want to hear: a seat, for as long as the one who was muted sits there.
 * Owned by its viewer; there are no more entries than seats.
 */
final class Mutes {
    private final Map<Integer, String> nameBySeat = new HashMap<>();

    void set(int seat, String name, boolean on) {
        if (on) {
            nameBySeat.put(seat, name);
        } else {
            nameBySeat.remove(seat);
        }
    }

    boolean silence(int seat, String name) {
        return name.equals(nameBySeat.get(seat));
    }
}
