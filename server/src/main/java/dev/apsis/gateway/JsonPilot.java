package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomTiming;

import org.jspecify.annotations.Nullable;

import java.util.function.Consumer;

/**
 * What a JSON client wishes: levers that are held until others are, for its commands have no ticks,
 * and how often it looks, for it acknowledges nothing. Owned by its connection.
 */
final class JsonPilot {
    private final RoomTiming timing;
    private final Consumer<RoomMessage> room;
    private final Hands hands;
    private @Nullable Viewer viewer;
    private int framesPerLook = 1;

    JsonPilot(RoomTiming timing, Consumer<RoomMessage> room) {
        this.timing = timing;
        this.room = room;
        this.hands = new Hands(timing.ticksPerSecond());
    }

    /** In a room that waits for it no further frame comes before it is told. */
    void hold(int packed, int tick) {
        hands.hold(packed, tick);
        Viewer pilot = viewer;
        if (timing.waitsForBots() && pilot != null && pilot.seat >= 0) {
            order(pilot, tick);
        }
    }

    void look(int perSecond) {
        int frames = timing.ticksPerSecond() / timing.ticksPerFrame();
        framesPerLook = Math.max(1, frames / perSecond);
        if (viewer != null) {
            viewer.framesPerLook = framesPerLook;
        }
    }

    /** It was let in, with a seat or without. */
    void board(Viewer admitted) {
        viewer = admitted;
        admitted.framesPerLook = framesPerLook;
        admitted.seenTick = Integer.MAX_VALUE;
        if (admitted.seat >= 0) {
            admitted.eachFrame = tick -> order(admitted, tick);
        }
    }

    /** Its room is another one from here on: what it wished was for the one before. */
    void leave() {
        viewer = null;
        hands.letGo();
    }

    /** Its wishes are put into the next frame's ticks. */
    private void order(Viewer pilot, int tick) {
        int firstTick = hands.firstTick(tick);
        int[] orders = hands.orders(tick, timing.ticksPerFrame());
        if (orders.length > 0) {
            room.accept(new RoomMessage.Orders(pilot.seat, pilot.link, firstTick, orders));
        }
    }
}
