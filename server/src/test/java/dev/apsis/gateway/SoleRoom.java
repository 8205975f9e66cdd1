package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.Idleness;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.RoomVerticle;
import dev.apsis.gateway.LobbyMessage.Rooms;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.orbit.Arena;

import io.vertx.core.Vertx;

import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A real room by a clock of its test's, and word of it for gateways that ask, but no lobby. Owned
 * by its test.
 */
final class SoleRoom {
    static final String NAME = "arena";

    private static final int CAPACITY = 8;
    private static final long SEED = 7;

    private SoleRoom() {}

    static void open(Vertx vertx, LongSupplier nanos) {
        RoomTiming timing = RoomTiming.STANDARD.with(Idleness.NEVER);
        Arena arena = Arenas.lone(CAPACITY, timing.ticksPerSecond());
        var venue = new Venue(NAME, "ffa", CAPACITY, false, true, timing, arena);
        var room = new Room(new Orbit(arena, CAPACITY, SEED), timing);
        vertx.eventBus().registerCodec(new ByReference());
        vertx.eventBus()
                .<LobbyMessage>localConsumer(
                        LobbyMessage.ADDRESS,
                        asked -> asked.reply(new Rooms(List.of(venue)), ByReference.DELIVERY));
        done(vertx.deployVerticle(new RoomVerticle(NAME, room, SEED, timing, nanos)));
    }

    /** Where gateways listen that let people in there, with such annexes. */
    static Doors doors(Annex... annexes) {
        return new Doors(
                "127.0.0.1",
                0,
                OrbitLookout::new,
                Tokens.ofThisProcess(),
                Set.of(),
                "",
                System::nanoTime,
                Archive.NONE,
                new Care(new Posts(), Sentry.NONE, List.of(annexes), Neighbours.NONE),
                Approach.DIRECT,
                new Quotas());
    }
}
