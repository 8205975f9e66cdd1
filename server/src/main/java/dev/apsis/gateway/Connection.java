package dev.apsis.gateway;

import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.Pong;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.Wire;

import io.vertx.core.buffer.Buffer;

import org.jspecify.annotations.Nullable;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * One line from its hello to its end: a stranger's bytes come in, typed messages go to the room.
 * Owned by the line's event loop.
 *
 * <pre>
 * hello (commands | ping | resync | say | emote | mute | pause | follow | look)* [goodbye]
 * </pre>
 */
final class Connection {
    /** Without a hello by then the line is closed: {@link #hurry}. */
    static final long HELLO_MILLIS = 5000;

    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Rooms rooms;
    private final Line line;
    private Venue venue;
    private final Audiences audiences;
    private final Doors doors;
    private final Ration ration;
    private final BitReader in = new BitReader();
    private final Speech speech;
    private final JsonPilot json;
    private final LongSupplier nanos;
    private final long sinceNanos;
    private String name = "";
    private Runnable admitted = () -> {};
    private ClientMessage.@Nullable Hello hello;
    private String token = "";

    /** It watches because it did nothing for long. */
    private boolean idle;

    private boolean leftForGood;
    private @Nullable Viewer viewer;

    Connection(Rooms rooms, Line line, Venue venue, Audiences audiences, Doors doors) {
        this.rooms = rooms;
        this.line = line;
        this.venue = venue;
        this.audiences = audiences;
        this.doors = doors;
        this.nanos = doors.nanos();
        this.sinceNanos = nanos.getAsLong();
        this.ration = new Ration(sinceNanos);
        this.speech = new Speech(audiences, doors.care().sentry(), nanos);
        this.json = new JsonPilot(venue.timing(), this::tell);
    }

    /** Who wants to know when it is let in. */
    void whenAdmitted(Runnable listener) {
        admitted = listener;
    }

    /** A stranger's bytes, at most {@link Wire#MAX_CLIENT_BYTES} of them. */
    void hear(Buffer bytes) {
        hear(bytes.getBytes(), bytes.length());
    }

    void hear(byte[] bytes, int length) {
        if (admits(Tongue.BINARY, length)) {
            try {
                take(ClientMessage.read(in, bytes, length));
            } catch (WireException malformed) {
                refuse(malformed);
            }
        }
    }

    void hear(String text) {
        if (admits(Tongue.JSON, text.length())) {
            try {
                take(JsonEar.hear(text));
            } catch (WireException malformed) {
                refuse(malformed);
            }
        }
    }

    /** Whoever has not said hello by now is sent away. */
    void hurry() {
        if (hello == null) {
            refuse(Refusal.SILENT);
        }
    }

    /** The line is closed, by whomever. */
    void end() {
        Viewer leaving = viewer;
        viewer = null;
        if (leaving == null) {
            return;
        }
        audiences.remove(venue, leaving);
        tellOfLeave(leaving);
    }

    /** Whether it may say something so long, in that tongue, now. */
    private boolean admits(Tongue spoken, int length) {
        if (line.closed()) {
            return false;
        }
        if (!ration.take(length, nanos.getAsLong())) {
            refuse(Refusal.TOO_MUCH);
            return false;
        }
        if (spoken != line.tongue()) {
            refuse(Refusal.MALFORMED);
            return false;
        }
        return true;
    }

    private void take(Heard heard) {
        switch (heard) {
            case Heard.Said(ClientMessage message) -> take(message);
            case Heard.Held(int packed) -> json.hold(packed, audiences.tick(venue));
            case Heard.Rate(int perSecond) -> json.look(perSecond);
        }
    }

    private void take(ClientMessage message) {
        switch (message) {
            case ClientMessage.Hello hello -> greet(hello);
            case ClientMessage.Commands commands -> order(commands);
            case ClientMessage.Ping ping -> pong(ping);
            case ClientMessage.Resync resync -> resync();
            case ClientMessage.Say say -> say(say);
            case ClientMessage.Pause pause -> pause(pause.on());
            case ClientMessage.Follow follow -> follow(follow.seat());
            case ClientMessage.Look look -> look(look);
            case ClientMessage.Emote emote -> give(emote);
            case ClientMessage.Mute mute -> mute(mute);
            case ClientMessage.Goodbye goodbye -> {
                vacate();
                line.close();
            }
        }
    }

    private void greet(ClientMessage.Hello said) {
        Viewer before = viewer;
        boolean returns = before != null && before.mayReturn;
        if (hello != null && !returns) {
            refuse(Refusal.MALFORMED);
            return;
        }
        name = Words.clean(said.name());
        hello = said;
        idle = false;
        if (before != null) {
            before.mayReturn = false;
        }
        receive(said, this::turnAway);
    }

    private void receive(ClientMessage.Hello said, Consumer<Refused> refusal) {
        audiences.expect(venue);
        new Reception(rooms, venue, doors, line, this::admit, refusal).greet(said);
    }

    /**
     * Its room's name is another room's from here on: whoever had a seat has one there as well, or
     * watches if there are fewer. It hears of it by another welcome.
     */
    private void move() {
        Viewer leaving = viewer;
        ClientMessage.Hello said = hello;
        if (leaving == null || said == null || line.closed()) {
            return;
        }
        viewer = null;
        json.leave();
        venue = audiences.latest(venue);
        idle = leaving.unseatedTick >= 0;
        if (said.spectate() || idle) {
            receive(said.watching(), this::turnAway);
        } else {
            receive(said.with(token), refused -> findNoSeat(said, refused));
        }
    }

    private void findNoSeat(ClientMessage.Hello said, Refused refused) {
        audiences.met(venue);
        if (refused.reason() == Refusal.FULL) {
            receive(said.watching(), this::turnAway);
        } else {
            refuse(refused.reason(), refused.text());
        }
    }

    private void turnAway(Refused reason) {
        audiences.met(venue);
        refuse(reason.reason(), reason.text());
    }

    private void admit(Viewer seated, String token, int tick) {
        Viewer before = viewer;
        if (before != null) {
            audiences.remove(venue, before);
        }
        seat(seated, token, tick);
        audiences.met(venue);
    }

    private void seat(Viewer seated, String signed, int tick) {
        viewer = seated;
        token = signed.isEmpty() ? token : signed;
        speech.enter(seated, Tokens.mark(token));
        seated.hear(tick);
        seated.moved = this::move;
        seated.unseatedTick = idle ? tick : -1;
        seated.mayReturn = seated.seat < 0 && hello != null && !hello.spectate();
        if (line.closed()) {
            end();
            return;
        }
        switch (line.tongue()) {
            case BINARY -> seated.seenTick = tick;
            case JSON -> json.board(seated);
        }
        seated.say(venue.welcome(seated.seat, signed, tick));
        audiences.of(venue).add(seated);
        String motd = audiences.latest(venue).motd();
        if (!motd.isEmpty()) {
            seated.say(new Notice(motd));
        }
        admitted.run();
    }

    private void order(ClientMessage.Commands commands) {
        Viewer pilot = viewer;
        if (pilot == null) {
            return;
        }
        pilot.acknowledge(commands.seen(), nanos.getAsLong());
        if (pilot.seat < 0) {
            pilot.acknowledges = true;
            return;
        }
        int firstTick = Wire.unwrap(commands.first(), pilot.tick());
        int[] packed = commands.packed();
        int tripMillis = pilot.tripMillis();
        tell(new RoomMessage.Orders(pilot.seat, pilot.link, firstTick, packed, tripMillis));
    }

    private void pong(ClientMessage.Ping ping) {
        Viewer asking = viewer;
        if (asking != null) {
            Audience audience = audiences.of(venue);
            int micros = (int) Math.min(Integer.MAX_VALUE, audience.micros(nanos.getAsLong()));
            var pong = new Pong(ping.serial(), audience.tick(), micros);
            asking.say(pong);
        }
    }

    private void say(ClientMessage.Say say) {
        if (viewer != null) {
            speech.say(say, venue, viewer).ifPresent(this::tell);
        }
    }

    private void give(ClientMessage.Emote emote) {
        if (viewer != null) {
            speech.give(emote, venue, viewer);
        }
    }

    /** How it looks to those who look after the server; empty before it is let in. */
    Optional<Guest> guest(long id, String address) {
        Viewer here = viewer;
        Audience audience = audiences.known(venue);
        if (here == null || audience == null) {
            return Optional.empty();
        }
        RoomNews.Seat sitter = here.seat < 0 ? null : audience.sitter(here.seat);
        boolean bot = sitter != null && sitter.pilot().bot();
        int score = sitter == null ? 0 : sitter.score();
        int slack = audience.slackHalfTicks(here.seat);
        long seconds = (nanos.getAsLong() - sinceNanos) / NANOS_PER_SECOND;
        var seat = new Guest.Seat(here.seat, bot, score, slack, speech.silenced());
        return Optional.of(
                new Guest(
                        id,
                        venue.room(),
                        name,
                        speech.mark(),
                        address,
                        seconds,
                        seat,
                        here.carried()));
    }

    /** The host sends it away; its seat is free at once. */
    void dismiss(Refusal reason, String words) {
        vacate();
        line.refuse(new Refused(reason, words));
    }

    /** Its seat is free, however long its line takes to close. */
    private void vacate() {
        leftForGood = true;
        if (viewer != null) {
            tellOfLeave(viewer);
        }
    }

    private void tellOfLeave(Viewer leaving) {
        if (leaving.seat >= 0) {
            tell(new RoomMessage.Leave(leaving.seat, leaving.link, leftForGood));
        }
    }

    /** The host says something to a room, or to all; whether it was heard here. */
    boolean announce(@Nullable String room, String words) {
        boolean meant = viewer != null && (room == null || room.equals(venue.room()));
        if (meant) {
            line.say(new Utterance(new Notice(words)));
        }
        return meant;
    }

    private void mute(ClientMessage.Mute mute) {
        if (viewer != null) {
            speech.mute(mute, venue);
        }
    }

    private void pause(boolean on) {
        if (viewer != null && viewer.paused != on) {
            viewer.paused = on;
            viewer.seenTick = Math.max(viewer.seenTick, viewer.tick());
            if (!on) {
                audiences.of(venue).resume(viewer);
            }
        }
    }

    private void follow(int seat) {
        if (viewer != null && viewer.seat < 0) {
            viewer.followed = seat;
        }
    }

    private void look(ClientMessage.Look look) {
        if (viewer != null && viewer.seat < 0) {
            viewer.lookFrom(look.x(), look.y());
        }
    }

    private void resync() {
        Viewer lost = viewer;
        if (lost != null) {
            lost.startOver();
        }
    }

    private void tell(RoomMessage message) {
        rooms.tell(venue.address(), message);
    }

    private void refuse(WireException malformed) {
        refuse(Refusal.MALFORMED, Refusal.MALFORMED.text() + ": " + malformed.getMessage());
    }

    private void refuse(Refusal reason) {
        refuse(reason, reason.text());
    }

    private void refuse(Refusal reason, String text) {
        if (reason == Refusal.MALFORMED || reason == Refusal.TOO_MUCH) {
            vacate();
        }
        line.refuse(new Refused(reason, text));
    }
}
