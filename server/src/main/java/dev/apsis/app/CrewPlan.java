package dev.apsis.app;

import java.util.List;

/** House bots of a room: up to how many participants they fill it, and how good they are. */
record CrewPlan(int wanted, List<Integer> levels) {
    /** So that most are easy prey, some are not, and one is a master. */
    private static final List<Integer> STANDARD_LEVELS = List.of(2, 1, 3, 2, 4, 1, 3, 5);

    CrewPlan {
        levels = levels.isEmpty() ? STANDARD_LEVELS : List.copyOf(levels);
    }

    CrewPlan(int wanted) {
        this(wanted, STANDARD_LEVELS);
    }

    /** How good the bot of a number is. */
    int level(int number) {
        return levels.get(number % levels.size());
    }
}
