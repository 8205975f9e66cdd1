package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.Situation;

import java.util.HashMap;
import java.util.Map;

/** The audiences of one event loop: each listens to its room while it has viewers. Owned by it. */
final class Audiences {
    private final Rooms rooms;
    private final Doors doors;
    private final Map<String, Audience> byRoom = new HashMap<>();
    private final Map<String, Runnable> listening = new HashMap<>();

    Audiences(Rooms rooms, Doors doors) {
        this.rooms = rooms;
        this.doors = doors;
    }

    /** The audience of a room, listening from here on. */
    Audience of(Venue venue) {
        return byRoom.computeIfAbsent(venue.room(), room -> listen(venue));
    }

    /** The newest tick heard of; 0 where nobody listens. */
    int tick(Venue venue) {
        Audience audience = byRoom.get(venue.room());
        return audience == null ? 0 : audience.tick();
    }

    void remove(Venue venue, Viewer viewer) {
        Audience audience = byRoom.get(venue.room());
        if (audience == null) {
            return;
        }
        audience.remove(viewer);
        if (audience.isEmpty()) {
            byRoom.remove(venue.room());
            unlisten(venue);
        }
    }

    /** Passes a pilot's words on to all who watch the room, on every event loop. */
    void talk(Venue venue, Talk said) {
        rooms.talk(venue.room(), said);
    }

    /** A closed room's audience ends with it: a later room of that name begins anew. */
    private void hear(Venue venue, Audience audience, RoomNews heard) {
        audience.take(heard);
        if (heard instanceof RoomNews.Closed && byRoom.remove(venue.room(), audience)) {
            unlisten(venue);
        }
    }

    private void unlisten(Venue venue) {
        Runnable ending = listening.remove(venue.room());
        if (ending != null) {
            ending.run();
        }
    }

    private Audience listen(Venue venue) {
        var audience = new Audience(venue, doors.lookouts().get(), doors.nanos());
        listening.put(
                venue.room(),
                rooms.listen(venue.room(), news -> hear(venue, audience, news), audience::pass));
        rooms.<Situation>ask(venue.room(), new RoomMessage.Recap())
                .onSuccess(how -> audience.begin(how, doors.nanos().getAsLong()));
        return audience;
    }
}
