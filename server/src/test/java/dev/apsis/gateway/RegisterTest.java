package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.apsis.engine.RoomNews.Seat;
import dev.apsis.engine.game.Pilot;
import dev.apsis.protocol.message.People;
import dev.apsis.protocol.message.Scores;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A register is told who is here, and asked what it would say. */
class RegisterTest {
    private final Register register = new Register();

    private static Seat seat(int seat, String name, int score) {
        return new Seat(seat, name, new Pilot(name, false), false, seat % 2 + 1, score);
    }

    private static Seat seat(int seat) {
        return seat(seat, "pilot " + seat, 0);
    }

    @Test
    void changedScoresAreToldAlone() {
        register.take(List.of(seat(0, "ann", 0), seat(3, "bob", 100)));
        Scores scores =
                assertInstanceOf(
                        Scores.class,
                        register.take(List.of(seat(0, "ann", 40), seat(3, "bob", 100))));
        assertEquals(List.of(new Scores.Score(0, 40)), scores.scores());
    }

    @Test
    void whoComesOrGoesIsToldWithEverybody() {
        register.take(List.of(seat(0, "ann", 0)));
        People people =
                assertInstanceOf(
                        People.class, register.take(List.of(seat(0, "ann", 0), seat(1, "bob", 0))));
        assertEquals(2, people.people().size());
        assertInstanceOf(
                People.class, register.take(List.of(seat(0, "cid", 0), seat(1, "bob", 0))));
    }

    @Test
    void whoSitsWhereAnotherSatIsToldThoughTheNameIsTheSame() {
        register.take(List.of(new Seat(0, "", new Pilot("ann", false), false, 0, 0)));
        assertInstanceOf(
                People.class,
                register.take(List.of(new Seat(0, "", new Pilot("ann", true), true, 0, 0))));
        assertInstanceOf(
                People.class,
                register.take(List.of(new Seat(0, "", new Pilot("ann", true, 200), true, 0, 0))));
    }

    @Test
    void aCrowdHearsOnceASecondWhoCame() {
        List<Seat> few = IntStream.range(0, Register.CROWD).mapToObj(RegisterTest::seat).toList();
        List<Seat> many = new ArrayList<>(few);
        many.add(seat(Register.CROWD));
        assertInstanceOf(People.class, register.gather(few).orElseThrow());
        assertEquals(Optional.empty(), register.drainCrowd());
        assertEquals(Optional.empty(), register.gather(many));
        many.add(seat(Register.CROWD + 1));
        assertEquals(Optional.empty(), register.gather(List.copyOf(many)));
        many.set(0, seat(0, "pilot 0", 25));
        assertEquals(Optional.empty(), register.gather(List.copyOf(many)), "told with the others");
        People people = assertInstanceOf(People.class, register.drainCrowd().orElseThrow());
        assertEquals(Register.CROWD + 2, people.people().size());
        assertEquals(25, people.people().getFirst().score());
        many.set(0, seat(0, "pilot 0", 50));
        assertInstanceOf(Scores.class, register.gather(many).orElseThrow());
    }

    @Test
    void theLeaderHasTheBestScoreAboveNothing() {
        assertEquals(-1, register.leader());
        register.take(List.of(seat(0, "ann", 0), seat(3, "bob", -25)));
        assertEquals(-1, register.leader());
        register.take(List.of(seat(0, "ann", 10), seat(3, "bob", 100)));
        assertEquals(3, register.leader());
        assertEquals(2, register.side(3));
    }
}
