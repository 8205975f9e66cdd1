package dev.apsis.gateway;

import dev.apsis.engine.Herald;
import dev.apsis.engine.Relief;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.Seating;
import dev.apsis.protocol.frame.Frame;

import io.vertx.core.Future;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * A real room on no event bus, stepped by its test: what it is told it takes in at once, and what
 * it tells is heard at once. It keeps all its frames.
 */
final class SteppedRoom implements Rooms {
    final Room room;
    final Map<Integer, Frame> history = new HashMap<>();

    /** Hears all commands before the room does. */
    Consumer<RoomMessage.Orders> eavesdropper = orders -> {};

    private final Herald herald;
    private final IntSupplier halfTicksLeft;
    private final List<Consumer<RoomNews>> listeners = new ArrayList<>();
    private final List<Consumer<Talk>> earsForTalk = new ArrayList<>();
    private Seating.@Nullable Seated lastSeated;
    private int commands;
    private int lateCommands;

    SteppedRoom(Room room, IntSupplier halfTicksLeft) {
        this.room = room;
        this.herald = new Herald(room, this::publish);
        this.halfTicksLeft = halfTicksLeft;
    }

    /** Runs one tick as a room's verticle does; a frame if this tick has one. */
    @Nullable Frame tick() {
        Frame frame = room.tick();
        if (frame != null) {
            history.put(frame.tick(), frame);
        }
        if (room.tickNumber() % 60 == 0) {
            herald.tellPeople();
        }
        herald.tell(frame);
        return frame;
    }

    /** Of a hundred commands that came, how many came after their tick. */
    double latePercent() {
        return commands == 0 ? 0 : 100.0 * lateCommands / commands;
    }

    void forgetLateness() {
        commands = 0;
        lateCommands = 0;
    }

    @Override
    @SuppressWarnings("unchecked") // who asks knows what a question is answered by
    public <T> Future<T> ask(String id, RoomMessage question) {
        return (Future<T>) Future.succeededFuture(answer(question));
    }

    private Object answer(RoomMessage question) {
        return switch (question) {
            case RoomMessage.Join join -> seat(join);
            case RoomMessage.Watch watch -> room.watch(watch);
            case RoomMessage.Recap recap -> herald.situation(Relief.NONE);
            default -> throw new IllegalStateException("nobody here asks " + question);
        };
    }

    private Seating seat(RoomMessage.Join join) {
        Seating seating = room.join(join);
        if (seating instanceof Seating.Seated seated) {
            lastSeated = seated;
            publish(new RoomNews.Relinked(seated.seat(), seated.link()));
            herald.tellPeople();
        }
        return seating;
    }

    /** Who was let in last. */
    Seating.Seated lastSeated() {
        return Objects.requireNonNull(lastSeated, "nobody came yet");
    }

    @Override
    public void tell(String id, RoomMessage message) {
        switch (message) {
            case RoomMessage.Leave leave -> room.leave(leave);
            case RoomMessage.Orders orders -> {
                countLate(orders);
                eavesdropper.accept(orders);
                room.order(orders, halfTicksLeft.getAsInt());
            }
            default -> {} // figures, which nobody here reads
        }
    }

    private void countLate(RoomMessage.Orders orders) {
        commands += orders.packed().length;
        int late = room.tickNumber() - orders.firstTick() + 1;
        lateCommands += Math.clamp(late, 0, orders.packed().length);
    }

    @Override
    public void talk(String id, Talk talk) {
        List.copyOf(earsForTalk).forEach(ear -> ear.accept(talk));
    }

    @Override
    public Runnable listen(String id, Consumer<RoomNews> news, Consumer<Talk> talk) {
        listeners.add(news);
        earsForTalk.add(talk);
        return () -> {
            listeners.remove(news);
            earsForTalk.remove(talk);
        };
    }

    private void publish(RoomNews news) {
        List.copyOf(listeners).forEach(listener -> listener.accept(news));
    }
}
