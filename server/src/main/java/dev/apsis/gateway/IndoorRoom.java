package dev.apsis.gateway;

import dev.apsis.engine.Herald;
import dev.apsis.engine.Relief;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Lookout;
import dev.apsis.protocol.frame.Frame;

import io.vertx.core.Future;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A room and its gateway without network, event bus or clock: who enters is told and tells the same
 * bytes as over a socket. Owned by one thread, which says when the next tick is.
 *
 * <p>Its time is that of its ticks: a second has passed after so many ticks as a second has,
 * however long they took.
 */
public final class IndoorRoom {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Room room;
    private final Herald herald;
    private final Venue venue;
    private final Doors doors;
    private final Rooms rooms = new OneRoom();
    private final Audiences audiences;
    private final List<Consumer<RoomNews>> listeners = new ArrayList<>();
    private final List<Consumer<Talk>> talkers = new ArrayList<>();

    public IndoorRoom(Room room, Venue venue, Supplier<Lookout> lookouts) {
        this.room = room;
        this.herald = new Herald(room, this::tell);
        this.venue = venue;
        this.doors = new Doors("", 0, lookouts, Tokens.ofThisProcess(), Set.of(), "", this::nanos);
        this.audiences = new Audiences(rooms, doors);
    }

    /** Somebody stands in the door and has said nothing yet. */
    public IndoorLine enter() {
        var line = new IndoorLine();
        line.connect(new Connection(rooms, line, venue, audiences, doors));
        return line;
    }

    /** Runs one tick and tells everybody; what happened in it. */
    public List<Fact> tick() {
        Frame frame = room.tick();
        if (room.tickNumber() % venue.timing().ticksPerSecond() == 0) {
            herald.tellPeople();
        }
        return herald.tell(frame);
    }

    /** The time of its ticks. */
    public long nanos() {
        return room.tickNumber() * NANOS_PER_SECOND / venue.timing().ticksPerSecond();
    }

    private void tell(RoomNews news) {
        List.copyOf(listeners).forEach(listener -> listener.accept(news));
    }

    /** The way from the connections to the one room there is. */
    private final class OneRoom implements Rooms {
        @Override
        public <T> Future<T> ask(String name, RoomMessage question) {
            if (question instanceof RoomMessage.Join join) {
                return answer(seat(join));
            }
            if (question instanceof RoomMessage.Watch watch) {
                return answer(room.watch(watch));
            }
            if (question instanceof RoomMessage.Recap) {
                return answer(herald.situation(Relief.NONE));
            }
            throw new IllegalStateException("no connection asks that: " + question);
        }

        private Object seat(RoomMessage.Join join) {
            var seating = room.join(join);
            herald.tellPeople();
            return seating;
        }

        @SuppressWarnings("unchecked")
        private <T> Future<T> answer(Object reply) {
            return (Future<T>) Future.succeededFuture(reply);
        }

        @Override
        public void tell(String name, RoomMessage message) {
            if (message instanceof RoomMessage.Orders orders) {
                room.order(orders, /* halfTicks= */ 1);
            } else if (message instanceof RoomMessage.Leave leave) {
                room.leave(leave);
            } else if (message instanceof RoomMessage.Call call) {
                room.ballots().call(call).forEach(IndoorRoom.this::tell);
            } else if (message instanceof RoomMessage.Cast cast) {
                room.ballots().cast(cast).forEach(IndoorRoom.this::tell);
            } else if (!(message instanceof RoomMessage.Watched)) {
                throw new IllegalStateException("no connection says that: " + message);
            }
        }

        @Override
        public void talk(String name, Talk said) {
            List.copyOf(talkers).forEach(talker -> talker.accept(said));
        }

        @Override
        public Runnable listen(String name, Consumer<RoomNews> news, Consumer<Talk> talk) {
            listeners.add(news);
            talkers.add(talk);
            return () -> {
                listeners.remove(news);
                talkers.remove(talk);
            };
        }
    }
}
