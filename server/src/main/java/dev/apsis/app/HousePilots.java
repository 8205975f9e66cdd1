package dev.apsis.app;

import dev.apsis.duel.Scout;
import dev.apsis.protocol.bot.Pilot;

import java.util.ArrayList;
import java.util.List;

/** The pilots that are there without a jar, by the names of their classes. */
final class HousePilots {
    private HousePilots() {}

    static Scout scout() {
        List<Class<? extends Pilot>> all = new ArrayList<>();
        for (String name : List.of("Drifter", "Hunter", "Orbiter")) {
            try {
                all.add(
                        Class.forName("dev.apsis.protocol.bot.pilots." + name)
                                .asSubclass(Pilot.class));
            } catch (ClassNotFoundException missing) {
                continue;
            }
        }
        return new Scout(all);
    }
}
