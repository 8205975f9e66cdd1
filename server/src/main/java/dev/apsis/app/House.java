package dev.apsis.app;

import java.time.ZoneId;
import java.util.List;

/**
 * The rooms a host wants, what players may open beside them, and where the clocks of schedules
 * hang.
 */
record House(List<RoomPlan> rooms, OnDemand onDemand, ZoneId zone) {
    House {
        rooms = List.copyOf(rooms);
    }

    /** How many rooms players may have, and seats and house bots in all of them together. */
    record OnDemand(int rooms, int seats, int bots) {
        static final OnDemand STANDARD = new OnDemand(32, 3000, 300);
    }

    /** One room. */
    House(RoomPlan room) {
        this(List.of(room), OnDemand.STANDARD, ZoneId.systemDefault());
    }
}
