package dev.apsis.app;

import dev.apsis.duel.Scout;
import dev.apsis.protocol.bot.pilots.Drifter;
import dev.apsis.protocol.bot.pilots.Hunter;
import dev.apsis.protocol.bot.pilots.Orbiter;

import java.util.List;

/** The pilots that are there without a jar, by the names of their classes. */
final class HousePilots {
    private HousePilots() {}

    static Scout scout() {
        return new Scout(List.of(Drifter.class, Hunter.class, Orbiter.class));
    }
}
