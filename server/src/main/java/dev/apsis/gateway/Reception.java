package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.Seating;
import dev.apsis.engine.game.Pilot;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;

import java.util.function.Consumer;

/**
 * From a hello to a seat, or to a refusal: asks the room, which decides. Owned by one connection.
 */
final class Reception {
    static final int MAX_NAME_CHARS = 24;

    private final Rooms rooms;
    private final Venue venue;
    private final Doors doors;
    private final Tokens tokens;
    private final Line line;
    private final Admission admission;
    private final Consumer<Refused> refusal;

    /** What happens to whoever gets in. */
    interface Admission {
        void admit(Viewer viewer, String token, int tick);
    }

    Reception(
            Rooms rooms,
            Venue venue,
            Doors doors,
            Line line,
            Admission admission,
            Consumer<Refused> refusal) {
        this.rooms = rooms;
        this.venue = venue;
        this.doors = doors;
        this.tokens = doors.tokens();
        this.line = line;
        this.admission = admission;
        this.refusal = refusal;
    }

    void greet(ClientMessage.Hello hello) {
        String name = Words.clean(hello.name());
        if (hello.schema() != OrbitSchema.SCHEMA.hash()) {
            refuse(Refusal.VERSION);
        } else if (hello.spectate()) {
            watch(hello.password());
        } else if (name.isEmpty() || name.length() > MAX_NAME_CHARS) {
            refuse(Refusal.NAME);
        } else {
            String session = doors.session(hello.token()).orElseGet(tokens::newSession);
            switch (doors.members().judge(session, name)) {
                case Members.Verdict.Welcome(long account) ->
                        join(
                                session,
                                new Pilot(name, hello.bot(), hello.hue(), account),
                                hello.password());
                case Members.Verdict.Unwelcome(Refused refused) -> refusal.accept(refused);
            }
        }
    }

    private void join(String session, Pilot pilot, String password) {
        ask(new RoomMessage.Join(Badge.holder(session), pilot, password), tokens.sign(session));
    }

    private void watch(String password) {
        ask(new RoomMessage.Watch(password), "");
    }

    private void ask(RoomMessage wish, String token) {
        rooms.<Seating>ask(venue.address(), wish)
                .onFailure(lost -> refuse(reason(lost)))
                .onSuccess(seating -> seat(seating, token));
    }

    private void refuse(Refusal reason) {
        refusal.accept(new Refused(reason, reason.text()));
    }

    private static Refusal reason(Throwable lost) {
        boolean late =
                lost instanceof ReplyException reply && reply.failureType() == ReplyFailure.TIMEOUT;
        return late ? Refusal.BUSY : Refusal.ROOM_CLOSED;
    }

    private void seat(Seating seating, String token) {
        switch (seating) {
            case Seating.Seated(int seat, int link, int tick) ->
                    admission.admit(new Viewer(line, seat, link), token, tick);
            case Seating.Watching(int tick) ->
                    admission.admit(new Viewer(line, -1, 0), token, tick);
            case Seating.Full(int capacity) -> refuse(Refusal.FULL);
            case Seating.Busy() -> refuse(Refusal.BUSY);
            case Seating.Ending() -> refuse(Refusal.DRAINING);
            case Seating.VotedOut() -> refuse(Refusal.KICKED);
            case Seating.WrongPassword() -> refuse(Refusal.PASSWORD);
            case Seating.NoBots() -> refuse(Refusal.NO_BOTS);
            case Seating.OnlyBots() -> refuse(Refusal.ONLY_BOTS);
        }
    }
}
