package dev.apsis.load;

import dev.apsis.protocol.bot.Cockpit;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.Sortie;
import dev.apsis.protocol.bot.pilots.Drifter;
import dev.apsis.protocol.bot.pilots.Hunter;
import dev.apsis.protocol.bot.pilots.Orbiter;

import java.util.SplittableRandom;

/** How the clients of a load fly: three who look where they fly, and two who don't. */
public enum Temper {
    HUNTER,
    ORBITER,
    DRIFTER,
    RANDOM,
    IDLE;

    /** The mind of one client. */
    Mind mind(Cockpit cockpit, SplittableRandom random) {
        return switch (this) {
            case HUNTER -> looking(cockpit, new Hunter());
            case ORBITER -> looking(cockpit, new Orbiter());
            case DRIFTER -> looking(cockpit, new Drifter());
            case RANDOM -> Mind.careless(cockpit, Whim.random(random));
            case IDLE -> Mind.careless(cockpit, Whim.idle());
        };
    }

    private static Mind looking(Cockpit cockpit, Pilot pilot) {
        return new Sortie(cockpit, pilot)::receive;
    }
}
