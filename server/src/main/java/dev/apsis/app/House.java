package dev.apsis.app;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

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

    /** Whether there is to be a room of a name, now or at some hour. */
    boolean has(String name) {
        return rooms.stream().anyMatch(plan -> plan.name().equals(name));
    }

    /** How a room is to be at a moment, if it is to be open. */
    Optional<RoomPlan> plan(String name, LocalDateTime moment) {
        return rooms.stream()
                .filter(plan -> plan.name().equals(name) && plan.isOpen(moment))
                .findFirst();
    }

    /** One room. */
    House(RoomPlan room) {
        this(List.of(room), OnDemand.STANDARD, ZoneId.systemDefault());
    }
}
