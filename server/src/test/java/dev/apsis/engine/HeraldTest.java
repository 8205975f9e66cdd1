package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** A herald whose words are written down, and pilots who come in faster than they are told of. */
class HeraldTest {
    private static final int CAPACITY = 40;

    private final Room room =
            new Room(new Orbit(Arenas.lone(CAPACITY, 60), CAPACITY, 42), RoomTiming.STANDARD);
    private final List<RoomNews> told = new ArrayList<>();
    private final Herald herald = new Herald(room, told::add);

    private void come(String name) {
        var join = new RoomMessage.Join(name, new Pilot(name, false), "");
        assertInstanceOf(Seating.Seated.class, room.join(join));
        herald.tellComing();
    }

    /** How many were here, each time it was told. */
    private List<Integer> crowds() {
        return told.stream()
                .filter(RoomNews.Gathered.class::isInstance)
                .map(news -> ((RoomNews.Gathered) news).seats().size())
                .toList();
    }

    private void run(int ticks) {
        for (int i = 0; i < ticks; i++) {
            herald.tell(room.tick());
        }
    }

    @Test
    void whoComesAloneIsToldOfAtOnce() {
        come("ann");
        run(60);
        come("bob");
        assertEquals(List.of(1, 2), crowds());
    }

    @Test
    void aCrowdThatComesInWithinASecondIsToldOfTwice() {
        for (int i = 0; i < 20; i++) {
            come("pilot " + i);
            run(2);
        }
        assertEquals(List.of(1), crowds());
        herald.tellPeople();
        assertEquals(List.of(1, 20), crowds());
    }

    @Test
    void whoIsToldOfTwiceIsNotNews() {
        come("ann");
        herald.tellPeople();
        assertEquals(List.of(1), crowds());
    }
}
