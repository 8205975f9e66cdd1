package dev.apsis.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of reading all sources: what they gave, and settings one may use if there are no
 * problems.
 */
public record Reading(List<Given> given, Settings settings, List<Problem> problems) {
    public Reading {
        given = List.copyOf(given);
        problems = List.copyOf(problems);
    }

    /** What is read where nothing is given. */
    static final Reading STANDARD = of(List.of(), List.of());

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
        return new Reading(givens, settings, problems);
    }

    /** The same with what was said to the running server, which beats all. */
    Reading with(Collection<Given> said) {
        List<Given> all = new ArrayList<>(given);
        all.addAll(said);
        return of(all, List.of());
    }

    private static Optional<Problem> problem(Given given) {
        if (given.texts().isEmpty() && KeyTable.isRoom(given.path())) {
            return Optional.empty();
        }
        Optional<Key<?>> key = KeyTable.find(given.path());
        Optional<String> objection =
                key.isPresent()
                        ? key.get().kind().objection(given.texts())
                        : Optional.of(KeyTable.objection(given.path()));
        return objection.map(given::problem);
    }
}
