package dev.apsis.load;

import dev.apsis.protocol.bot.Cockpit;

import java.util.SplittableRandom;

/** How the clients of a run fly. */
public enum Temper {
    RANDOM,
    IDLE;

    /** The mind of one client. */
    Mind mind(Cockpit cockpit, SplittableRandom random) {
        return switch (this) {
            case RANDOM -> Mind.careless(cockpit, Whim.random(random));
            case IDLE -> Mind.careless(cockpit, Whim.idle());
        };
    }
}
