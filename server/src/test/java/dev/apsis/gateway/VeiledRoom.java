package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.Seating;

import io.vertx.core.Future;

import java.util.function.Consumer;

/**
 * The room as it would look to one pilot if everything were different that it must not know: takes
 * no part in the real one, but gives the same answers.
 */
final class VeiledRoom implements Rooms {
    private final SteppedRoom room;
    private final Seating.Seated seated;
    private final Veil veil;

    VeiledRoom(SteppedRoom room, Seating.Seated seated, Veil veil) {
        this.room = room;
        this.seated = seated;
        this.veil = veil;
    }

    @Override
    @SuppressWarnings("unchecked") // who asks knows what a question is answered by
    public <T> Future<T> ask(String id, RoomMessage question) {
        return question instanceof RoomMessage.Join
                ? (Future<T>) Future.succeededFuture(seated)
                : room.ask(id, question);
    }

    @Override
    public void tell(String id, RoomMessage message) {}

    @Override
    public void talk(String id, Talk talk) {}

    @Override
    public Runnable listen(String id, Consumer<RoomNews> news, Consumer<Talk> talk) {
        return room.listen(id, heard -> news.accept(veiled(heard)), talk);
    }

    private RoomNews veiled(RoomNews heard) {
        return heard instanceof RoomNews.Captured captured
                ? new RoomNews.Captured(veil.before(captured.frame()))
                : heard;
    }
}
