package dev.apsis.orbit;

import dev.apsis.engine.game.Fact;

import java.util.ArrayList;
import java.util.List;

/** The facts not fetched yet. No part of the match's state. Owned by its simulation. */
final class News {
    /** Whoever fetches none, loses those beyond so many. */
    private static final int MOST = 4096;

    private final List<Fact> facts = new ArrayList<>();

    void tell(Fact fact) {
        if (facts.size() < MOST) {
            facts.add(fact);
        }
    }

    List<Fact> drain() {
        if (facts.isEmpty()) {
            return List.of();
        }
        List<Fact> drained = List.copyOf(facts);
        facts.clear();
        return drained;
    }
}
