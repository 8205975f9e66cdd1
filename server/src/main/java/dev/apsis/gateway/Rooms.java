package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;

import io.vertx.core.Future;

import java.util.function.Consumer;

/** A gateway's way to the rooms: the event bus, or in tests a room that is stepped by hand. */
interface Rooms {
    /** Puts a question to a room; fails if it is closed. */
    <T> Future<T> ask(String room, RoomMessage question);

    void tell(String room, RoomMessage message);

    /** Passes a pilot's words on to all who watch a room, on every event loop. */
    void talk(String room, Talk said);

    /** Hears a room's news and its pilots' words, until what is returned is run. */
    Runnable listen(String room, Consumer<RoomNews> news, Consumer<Talk> talk);
}
