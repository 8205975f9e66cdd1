package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomNews.End;
import dev.apsis.engine.Situation;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** The audiences of one event loop: each listens to its room while it has viewers. Owned by it. */
final class Audiences {
    private final Rooms rooms;
    private final Doors doors;
    private final Venues venues;
    private final Map<String, Audience> byRoom = new HashMap<>();
    private final Map<String, Runnable> listening = new HashMap<>();

    /** Those of one room, which never changes. */
    Audiences(Rooms rooms, Doors doors) {
        this(rooms, doors, new Venues());
    }

    Audiences(Rooms rooms, Doors doors, Venues venues) {
        this.rooms = rooms;
        this.doors = doors;
        this.venues = venues;
    }

    /** How things stand by now with the room of a venue, or with the one that took its name. */
    Venue latest(Venue held) {
        return venues.latest(held);
    }

    /** The audience of a room, listening from here on. */
    Audience of(Venue venue) {
        return byRoom.computeIfAbsent(venue.address(), room -> listen(venue));
    }

    /** The audience of a room, if there is one. */
    @Nullable Audience known(Venue venue) {
        return byRoom.get(venue.address());
    }

    /** The newest tick heard of; 0 where nobody listens. */
    int tick(Venue venue) {
        Audience audience = byRoom.get(venue.address());
        return audience == null ? 0 : audience.tick();
    }

    /** Listens for somebody who asks a room to be let in, so that no news of the seat is missed. */
    void expect(Venue venue) {
        of(venue).expect();
    }

    /** Who was expected is here, or was refused. */
    void met(Venue venue) {
        Audience audience = byRoom.get(venue.address());
        if (audience != null) {
            audience.met();
            endIfEmpty(venue, audience);
        }
    }

    void remove(Venue venue, Viewer viewer) {
        Audience audience = byRoom.get(venue.address());
        if (audience != null) {
            audience.remove(viewer);
            rooms.tell(venue.address(), audience.drainShowings());
            endIfEmpty(venue, audience);
        }
    }

    private void endIfEmpty(Venue venue, Audience audience) {
        if (audience.isEmpty()) {
            byRoom.remove(venue.address());
            unlisten(venue);
        }
    }

    /** Passes a pilot's words on to all who watch the room, on every event loop. */
    void talk(Venue venue, Talk said) {
        rooms.talk(venue.address(), said);
    }

    /** A closed room's audience ends with it: a later room of that name begins anew. */
    private void hear(Venue venue, Audience audience, RoomNews heard) {
        audience.take(heard);
        int everyTicks = venue.timing().ticksPerSecond();
        if (heard instanceof RoomNews.Captured captured
                && captured.frame().tick() % everyTicks == 0) {
            rooms.tell(venue.address(), audience.drainShowings());
            if (!replaced(venue)) {
                audience.amend(latest(venue));
            }
        }
        if (heard instanceof RoomNews.Closed && byRoom.remove(venue.address(), audience)) {
            unlisten(venue);
        }
    }

    private void unlisten(Venue venue) {
        Runnable ending = listening.remove(venue.address());
        if (ending != null) {
            ending.run();
        }
    }

    private Audience listen(Venue venue) {
        var audience = new Audience(venue, doors.lookouts().get(), doors.nanos());
        listening.put(
                venue.address(),
                rooms.listen(venue.address(), news -> hear(venue, audience, news), audience::pass));
        rooms.<Situation>ask(venue.address(), new RoomMessage.Recap())
                .onSuccess(how -> audience.begin(how, doors.nanos().getAsLong()))
                .onFailure(gone -> hear(venue, audience, new RoomNews.Closed(endOf(venue))));
        return audience;
    }

    /** How a room ended that says nothing any more. */
    private End endOf(Venue venue) {
        return replaced(venue) ? End.MOVED : End.DESERTED;
    }

    private boolean replaced(Venue venue) {
        return !latest(venue).address().equals(venue.address());
    }
}
