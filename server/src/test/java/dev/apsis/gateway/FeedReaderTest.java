package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.feed.Bulletin;
import dev.apsis.feed.Chronicle;
import dev.apsis.feed.Event;
import dev.apsis.feed.EventId;
import dev.apsis.feed.Standing;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** How a reader reads that keeps up, is cut off, or does not keep up at all. */
class FeedReaderTest {
    private static final Standing STANDING = JsonObject::new;

    private final Feed feed = new Feed(new Chronicle("e", 0, STANDING));
    private final List<String> told = new ArrayList<>();
    private boolean full;
    private boolean ended;

    private final FeedLine line =
            new FeedLine() {
                @Override
                public boolean full() {
                    return full;
                }

                @Override
                public void tell(String cursor, String json) {
                    var event = new JsonObject(json);
                    boolean missed = event.getString("kind").equals("missed");
                    told.add(missed ? "missed " + event.getLong("count") : cursor);
                }

                @Override
                public void end() {
                    ended = true;
                }
            };

    private void happen(int times, boolean last) {
        for (int i = 0; i < times; i++) {
            EventId id = feed.chronicle().id(feed.chronicle().last() + 1);
            Event event = Event.of(id, "kill", 5, new JsonObject());
            feed.take(new Bulletin(List.of(event), STANDING, last));
        }
    }

    @Test
    void oneThatKeepsUpHearsTheStateAndThenEveryEventOnce() {
        happen(2, false);
        new FeedReader(feed, line).begin(null);
        happen(2, false);
        assertEquals(List.of("e-2", "e-3", "e-4"), told);
    }

    @Test
    void oneThatWasCutOffGoesOnAfterWhatItSaw() {
        happen(5, false);
        new FeedReader(feed, line).begin(new EventId("e", 3));
        assertEquals(List.of("e-4", "e-5"), told);
    }

    @Test
    void oneThatIsSlowForAWhileMissesNothing() {
        var reader = new FeedReader(feed, line);
        reader.begin(null);
        full = true;
        happen(Chronicle.KEPT, false);
        assertEquals(List.of("e-0"), told);
        full = false;
        reader.run();
        assertEquals(1 + Chronicle.KEPT, told.size());
    }

    @Test
    void oneThatIsTooSlowIsToldWhatItMissedAndGoesOnFromTheState() {
        var reader = new FeedReader(feed, line);
        reader.begin(null);
        full = true;
        happen(Chronicle.KEPT + 1, false);
        full = false;
        reader.run();
        happen(1, false);
        int newest = Chronicle.KEPT + 1;
        assertEquals(List.of("e-0", "missed " + newest, "e-" + newest, "e-" + (newest + 1)), told);
    }

    @Test
    void whenTheChannelEndsAllIsToldFirst() {
        var reader = new FeedReader(feed, line);
        reader.begin(null);
        full = true;
        happen(1, true);
        assertTrue(!ended && !feed.isEmpty());
        full = false;
        reader.run();
        assertTrue(ended && feed.isEmpty());
        assertEquals(List.of("e-0", "e-1"), told);
    }
}
