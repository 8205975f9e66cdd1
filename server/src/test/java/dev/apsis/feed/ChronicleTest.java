package dev.apsis.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/** What is kept of a channel, what is forgotten, and what its readers are told of it. */
class ChronicleTest {
    private static Standing standing(long number) {
        return () -> new JsonObject().put("stands", number);
    }

    private final Chronicle chronicle = new Chronicle("e", 0, standing(0));

    private void happen(int times) {
        for (int i = 0; i < times; i++) {
            long number = chronicle.last() + 1;
            Event event = Event.of(chronicle.id(number), "kill", 5, new JsonObject());
            chronicle.add(new Bulletin(List.of(event), standing(number), false));
        }
    }

    @Test
    void theNewestAreKeptAndTheOldestForgotten() {
        happen(Chronicle.KEPT + 3);
        assertNull(chronicle.at(3));
        for (long number = 4; number <= chronicle.last(); number++) {
            Event kept = Objects.requireNonNull(chronicle.at(number), "kept");
            assertEquals(number, kept.id().number());
        }
    }

    @Test
    void aReaderGoesOnIfAllAfterItIsKept() {
        happen(Chronicle.KEPT + 3);
        assertFalse(chronicle.continues(new EventId("e", 2)));
        assertTrue(chronicle.continues(new EventId("e", 3)));
        assertTrue(chronicle.continues(chronicle.cursor()));
        assertFalse(chronicle.continues(new EventId("e", chronicle.last() + 1)), "yet to come");
        assertFalse(chronicle.continues(new EventId("f", 4)), "of another opening");
    }

    @Test
    void whoeverMissedSomeIsToldHowMany() {
        happen(20);
        assertEquals(17, chronicle.missed(new EventId("e", 3)));
        assertEquals(20, chronicle.missed(new EventId("f", 900)));
    }

    @Test
    void theStateBearsTheNewestId() {
        happen(2);
        assertEquals("{\"id\":\"e-2\",\"kind\":\"state\",\"stands\":2}", chronicle.state());
        happen(1);
        assertEquals("{\"id\":\"e-3\",\"kind\":\"state\",\"stands\":3}", chronicle.state());
    }

    @Test
    void aFollowerHasTheSameAndTakesNothingTwice() {
        happen(Chronicle.KEPT + 9);
        Chronicle follower = Chronicle.of(chronicle.account());
        Event known = Objects.requireNonNull(chronicle.at(chronicle.last()), "kept");
        follower.add(new Bulletin(List.of(known), standing(0), false));
        assertEquals(chronicle.account().events(), follower.account().events());
        assertEquals(chronicle.state(), follower.state());
    }

    @Test
    void onlyWhatIsAnIdIsReadAsOne() {
        assertEquals(new EventId("k3f", 17), EventId.parse("k3f-17"));
        for (String other :
                new String[] {"", "17", "k3f-", "K3F-17", "k-99999999999999999", "k--1"}) {
            assertNull(EventId.parse(other), other);
        }
        assertNull(EventId.parse(null));
    }
}
