package dev.apsis.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came of reading all sources: settings one may use if there are no problems. */
public record Reading(Settings settings, List<Problem> problems) {
    public Reading {
        problems = List.copyOf(problems);
    }

    public boolean good() {
        return problems.isEmpty();
    }

    /** Of values in the order of their sources the last one counts, but all must be allowed. */
    static Reading of(List<Given> givens, List<Problem> found) {
        List<Problem> problems = new ArrayList<>(found);
        Map<String, Given> good = new LinkedHashMap<>();
        for (Given given : givens) {
            Optional<Problem> problem = problem(given);
            problem.ifPresentOrElse(problems::add, () -> good.put(given.path(), given));
        }
        var settings = new Settings(good);
        if (problems.isEmpty()) {
            Consistency.check(settings, problems);
        }
        return new Reading(settings, problems);
    }

    private static Optional<Problem> problem(Given given) {
        Optional<Key<?>> key = KeyTable.find(given.path());
        Optional<String> objection =
                key.isPresent()
                        ? key.get().kind().objection(given.texts())
                        : Optional.of(KeyTable.objection(given.path()));
        return objection.map(given::problem);
    }
}
