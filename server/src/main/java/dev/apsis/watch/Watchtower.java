package dev.apsis.watch;

import dev.apsis.engine.Gauges;
import dev.apsis.gateway.Post;
import dev.apsis.gateway.Posts;
import dev.apsis.gateway.Venue;
import dev.apsis.watch.Reading.RoomReading;

import io.vertx.core.Future;

import java.util.ArrayList;
import java.util.List;

/**
 * Asks everybody who measures something, and says what it was. Shared by all event loops; it keeps
 * nothing but what the JVM tells it.
 */
public final class Watchtower {
    private final Posts posts;
    private final GcPauses pauses;
    private final String version;

    public Watchtower(Posts posts, GcPauses pauses, String version) {
        this.posts = posts;
        this.pauses = pauses;
        this.version = version;
    }

    /** What is measured now; who does not answer soon is left out and counted. */
    public Future<Reading> read(Post here) {
        List<Venue> venues = List.copyOf(here.venues());
        List<Future<Gauges>> asked = venues.stream().map(here::measure).toList();
        return posts.ask(Post::counts)
                .compose(loops -> Future.join(asked).otherwiseEmpty().map(all -> loops))
                .map(loops -> reading(here, venues, asked, loops));
    }

    private Reading reading(
            Post here, List<Venue> venues, List<Future<Gauges>> asked, List<Post.Counts> loops) {
        List<RoomReading> rooms = new ArrayList<>();
        for (int i = 0; i < venues.size(); i++) {
            if (asked.get(i).succeeded()) {
                rooms.add(new RoomReading(venues.get(i), asked.get(i).result()));
            }
        }
        int unanswered = venues.size() - rooms.size() + posts.count() - loops.size();
        return new Reading(rooms, loops, unanswered, here.draining(), Machine.now(pauses));
    }

    GcPauses pauses() {
        return pauses;
    }

    String version() {
        return version;
    }

    /** What is wrong, if anything is, and why. */
    public Verdict judge(Reading reading) {
        return Verdict.of(reading, pauses.last());
    }
}
