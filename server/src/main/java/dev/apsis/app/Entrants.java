package dev.apsis.app;

import dev.apsis.duel.Contender;

import java.util.ArrayList;
import java.util.List;

/**
 * How the pilots of a tournament are called: by their classes, or longer where that is not enough.
 */
final class Entrants {
    private Entrants() {}

    static List<String> names(List<Contender> contenders) {
        List<String> names = new ArrayList<>();
        for (Contender each : contenders) {
            boolean alone =
                    contenders.stream().filter(one -> one.name().equals(each.name())).count() == 1;
            String name = alone ? each.name() : each.source();
            String twin = name;
            for (int i = 2; names.contains(twin); i++) {
                twin = name + " #" + i;
            }
            names.add(twin);
        }
        return names;
    }
}
