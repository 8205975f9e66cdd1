package dev.apsis.gateway;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;

import java.util.function.Consumer;

/** The rooms by the event bus, as one event loop reaches them. Owned by it. */
final class BusRooms implements Rooms {
    private final Vertx vertx;

    BusRooms(Vertx vertx) {
        this.vertx = vertx;
    }

    @Override
    public <T> Future<T> ask(String room, RoomMessage question) {
        return vertx.eventBus()
                .<T>request(RoomAddress.commands(room), question, ByReference.DELIVERY)
                .map(Message::body);
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
