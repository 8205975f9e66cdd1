package dev.apsis.gateway;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;

import java.util.function.Consumer;

/** The rooms by the event bus, as one event loop reaches them. Owned by it. */
final class BusRooms implements Rooms {
    /** A room that has not answered by then is too busy; a seat nobody heard of, it takes back. */
    private static final DeliveryOptions SOON =
            new DeliveryOptions(ByReference.DELIVERY).setSendTimeout(5000);

    private final Vertx vertx;

    BusRooms(Vertx vertx) {
        this.vertx = vertx;
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
        vertx.eventBus().send(RoomAddress.commands(room), message, ByReference.DELIVERY);
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
}
