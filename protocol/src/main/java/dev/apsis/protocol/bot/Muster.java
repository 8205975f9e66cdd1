package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.People;
import dev.apsis.protocol.message.People.Person;
import dev.apsis.protocol.message.Scores;
import dev.apsis.protocol.message.Wire;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Who plays, by seat. Owned by its cockpit, which replaces it: nobody ever changes one, so views
 * share it.
 */
final class Muster {
    static final Muster NOBODY = new Muster(new Person[0]);

    private final @Nullable Person[] bySeat;

    private Muster(@Nullable Person[] bySeat) {
        this.bySeat = bySeat;
    }

    static Muster of(People people) {
        int seats = 0;
        for (Person person : people.people()) {
            seats = Math.max(seats, person.seat() + 1);
        }
        @Nullable Person[] bySeat = new Person[seats];
        for (Person person : people.people()) {
            bySeat[person.seat()] = person;
        }
        return new Muster(bySeat);
    }

    /** The same people with the scores that changed. */
    Muster with(Scores scores) {
        @Nullable Person[] changed = Arrays.copyOf(bySeat, bySeat.length);
        for (Scores.Score news : scores.scores()) {
            Person old = news.seat() < changed.length ? changed[news.seat()] : null;
            if (old != null) {
                changed[old.seat()] =
                        new Person(
                                old.seat(),
                                old.name(),
                                old.bot(),
                                old.team(),
                                old.hue(),
                                news.score());
            }
        }
        return new Muster(changed);
    }

    /** Who sits in a seat; a nameless somebody until the server has said. */
    Person at(int seat) {
        Person person = seat >= 0 && seat < bySeat.length ? bySeat[seat] : null;
        return person == null ? new Person(seat, "", false, 0, Wire.ANY_HUE, 0) : person;
    }

    List<Person> all() {
        List<Person> all = new ArrayList<>();
        for (Person person : bySeat) {
            if (person != null) {
                all.add(person);
            }
        }
        return all;
    }
}
