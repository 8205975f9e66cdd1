package dev.apsis.gateway;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The rooms by the event bus, as one event loop reaches them. Owned by it.
 *
 * <p>What a room is told in one turn of the loop goes in one message: with hundreds of pilots at
 * thirty commands a second that is a tenth of the bus's work.
 */
final class BusRooms implements Rooms {
    /** A room that has not answered by then is too busy; a seat nobody heard of, it takes back. */
    private static final DeliveryOptions SOON =
            new DeliveryOptions(ByReference.DELIVERY).setSendTimeout(5000);

    private final Vertx vertx;
    private final Context context;
    private final Map<String, Mail> waiting = new HashMap<>();
    private boolean leaving;

    BusRooms(Vertx vertx) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
    }

    @Override
    public <T> Future<T> ask(String room, RoomMessage question) {
        return vertx.eventBus()
                .<T>request(RoomAddress.commands(room), question, SOON)
                .map(BusRooms::heard);
    }

    /** Some answers want to know that they arrived. */
    private static <T> T heard(Message<T> answer) {
        if (answer.replyAddress() != null) {
            answer.reply(null);
        }
        return answer.body();
    }

    @Override
    public void tell(String room, RoomMessage message) {
        if (!leaving) {
            leaving = true;
            context.runOnContext(turn -> sendWaiting());
        }
        waiting.computeIfAbsent(room, Mail::to).messages.add(message);
    }

    /** Whom nothing was said to for a turn is forgotten. */
    private void sendWaiting() {
        leaving = false;
        waiting.values().removeIf(mail -> mail.messages.isEmpty());
        waiting.values().forEach(mail -> mail.send(vertx.eventBus()));
    }

    @Override
    public void talk(String room, Talk said) {
        vertx.eventBus().publish(talkAddress(room), said, ByReference.DELIVERY);
    }

    @Override
    public Runnable listen(String room, Consumer<RoomNews> news, Consumer<Talk> talk) {
        MessageConsumer<?> forNews = consume(RoomAddress.frames(room), news);
        MessageConsumer<?> forTalk = consume(talkAddress(room), talk);
        return () -> {
            forNews.unregister();
            forTalk.unregister();
        };
    }

    private <T> MessageConsumer<T> consume(String address, Consumer<T> listener) {
        return vertx.eventBus().localConsumer(address, message -> listener.accept(message.body()));
    }

    private static String talkAddress(String room) {
        return "room." + room + ".talk";
    }

    /** What waits for one room. */
    private record Mail(String address, List<RoomMessage> messages) {
        static Mail to(String room) {
            return new Mail(RoomAddress.commands(room), new ArrayList<>());
        }

        void send(EventBus bus) {
            bus.send(address, new RoomMessage.Several(messages), ByReference.DELIVERY);
            messages.clear();
        }
    }
}
