package dev.apsis.protocol.bot;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.delta.Motion;
import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Kill;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.People;
import dev.apsis.protocol.message.Pong;
import dev.apsis.protocol.message.Radar;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.Scores;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.SharedMotion;

import org.jspecify.annotations.Nullable;

import java.util.Objects;
import java.util.function.Function;

/**
 * A client without its socket: messages in, a {@link View} out; a {@link Command} in, messages out.
 * Owned by whoever carries its messages, one thread at a time; time comes in as nanoseconds of any
 * steady clock.
 *
 * <pre>{@code
 * var cockpit = new Cockpit(Papers.bot("Ada"), socket::send, Lead.adaptive());
 * cockpit.connected(now);                                  // says hello
 * switch (cockpit.receive(bytes, bytes.length, now)) {     // for each message
 *     case Heard.Frame frame -> cockpit.fly(pilot.fly(cockpit.view()), now);
 *     case Heard.Word(ServerMessage word) -> ...
 *     case Heard.Skipped skipped -> {}
 *     case Heard.Garbled(String why) -> ...
 * }
 * }</pre>
 *
 * <p>It keeps the token of its welcome for the next hello, stamps commands with the ticks they will
 * be in time for ({@link Lead}), pings once a second while frames come, and asks to be told
 * everything again when it has lost the thread. Taking in a frame allocates nothing; a view is made
 * only when asked for, so that whoever merely listens does not pay for it.
 */
public final class Cockpit {
    /** A bit for each kind of message ({@link ServerMessage#KINDS}): all are decoded. */
    public static final int EVERYTHING = -1;

    /** Only what a client can't do without; the rest is skipped. */
    public static final int ESSENTIALS =
            1 << ServerMessage.SNAPSHOT
                    | 1 << ServerMessage.WELCOME
                    | 1 << ServerMessage.REFUSED
                    | 1 << ServerMessage.PONG;

    private static final Heard FRAME = new Heard.Frame();
    private static final Heard SKIPPED = new Heard.Skipped();
    private static final int KIND_BITS = 4;

    private final Radio radio;
    private final Lead lead;
    private final BitReader in = new BitReader();
    private final Pulse pulse = new Pulse();
    private final Orders orders = new Orders();
    private final Counts counts = new Counts();
    private Papers papers;
    private int heeded = EVERYTHING;
    private Function<Arena, Motion> motions = OrbitMotion::new;
    private @Nullable Welcome welcome;
    private @Nullable Mirror mirror;
    private @Nullable Lookahead lookahead;
    private News news = News.NONE;
    private boolean following;
    private boolean shown;
    private int frameTicks;

    /** A cockpit whose messages go out by an uplink. */
    public Cockpit(Papers papers, Uplink uplink, Lead lead) {
        this.papers = papers;
        this.lead = lead;
        this.radio = new Radio(uplink, lead, orders);
    }

    /** Decodes only some kinds of messages, by their bits; the essential ones always. */
    public Cockpit heeding(int kinds) {
        heeded = kinds | ESSENTIALS;
        return this;
    }

    /**
     * Asks that for who predicts an arena's things: many cockpits of one thread can share a {@link
     * SharedMotion}.
     */
    public Cockpit predicting(Function<Arena, Motion> by) {
        motions = by;
        return this;
    }

    /** A connection stands: says hello, with the token of the last welcome. */
    public void connected(long nowNanos) {
        following = false;
        pulse.forget();
        radio.forget();
        radio.send(
                new ClientMessage.Hello(
                        OrbitSchema.SCHEMA.hash(),
                        papers.name(),
                        papers.token(),
                        papers.password(),
                        papers.spectate(),
                        papers.bot()));
    }

    /** Takes in one message, the first {@code length} bytes of an array that may be used again. */
    public Heard receive(byte[] bytes, int length, long nowNanos) {
        in.reset(bytes, length);
        try {
            int kind = ServerMessage.kind(in);
            if (kind == ServerMessage.SNAPSHOT) {
                return frame(length > 0 && (bytes[0] >>> KIND_BITS & 1) != 0, nowNanos);
            }
            if (kind >= ServerMessage.KINDS.size() || (heeded >>> kind & 1) == 0) {
                return SKIPPED;
            }
            return word(ServerMessage.read(kind, in), nowNanos);
        } catch (WireException wrong) {
            counts.garbled++;
            loseThread();
            return new Heard.Garbled(Objects.requireNonNullElse(wrong.getMessage(), ""));
        }
    }

    /** Answers the newest frame with what the pilot wants, and says what it has to say. */
    public void fly(Command command, long nowNanos) {
        order(command.wire(), nowNanos);
        if (!command.words().isEmpty()) {
            say(command.words(), command.toTeam());
        }
    }

    /**
     * Answers the newest frame without a decision: the last command goes on. Its deeds, a shot or a
     * jump, are done once; if they came too late for the frame they answered, they are done now.
     */
    public void hold(long nowNanos) {
        counts.missed++;
        order(radio.held(), nowNanos);
    }

    /**
     * Answers the newest frame for a pilot who wants nothing; the server expects to be answered.
     */
    public void acknowledge() {
        if (following) {
            radio.acknowledge(mirror().tick());
        }
    }

    /** Says a line to everybody, or to the own team. */
    public void say(String line, boolean toTeam) {
        radio.send(new ClientMessage.Say(toTeam, line));
    }

    /** Gives up the seat at once; the server closes then. */
    public void leave() {
        papers = papers.withToken("");
        radio.send(new ClientMessage.Goodbye());
    }

    /** The world as of the newest frame; asked for once there is one. */
    public View view() {
        Welcome place = welcome();
        Mirror known = mirror();
        var timing =
                new Timing(
                        lead.ticks(),
                        known.slackHalfTicks() / 2.0,
                        pulse.roundTripNanos() / 1e6,
                        orders.late(),
                        counts.missed);
        int[] underway = radio.underway(known.tick());
        return new View(
                Sighting.of(known), news, new View.Setting(place, timing, underway), lookahead());
    }

    /** The last welcome; asked for once there was one. */
    public Welcome welcome() {
        return Objects.requireNonNull(welcome, "not welcomed yet");
    }

    /** The seat of the last welcome; -1 before the first, and for a spectator. */
    public int seat() {
        return welcome == null ? -1 : welcome.seat();
    }

    /** Whether a frame was taken in on this connection. */
    public boolean sees() {
        return following;
    }

    /** Whether it has a ship in the world. */
    public boolean flies() {
        return following && mirror().self() >= 0;
    }

    /** Who it says it is, with the newest token. */
    public Papers papers() {
        return papers;
    }

    /** The newest frame's tick; asked for once there was a frame. */
    public int tick() {
        return mirror().tick();
    }

    /** What was counted since the beginning, over all connections. */
    public Counts counts() {
        return counts;
    }

    /** Commands whose ticks had passed when they came. */
    public int lateCommands() {
        return orders.late();
    }

    /** How early the latest commands came, in half ticks, as the server says; negative: late. */
    public int slackHalfTicks() {
        return mirror().slackHalfTicks();
    }

    /** How many ticks ahead commands are stamped. */
    public int leadTicks() {
        return lead.ticks();
    }

    /** The shortest of the last round trips of a ping, -1 before the first. */
    public long roundTripNanos() {
        return pulse.roundTripNanos();
    }

    /** From the last acknowledged command's sending to the frame that told, 0 before the first. */
    public long ackNanos() {
        return orders.ackNanos();
    }

    /** How old the newest frame is, by pings' word on the server's clock; -1 before the first. */
    public long frameAgeNanos(long nowNanos) {
        if (!following || pulse.roundTripNanos() < 0) {
            return Pulse.UNKNOWN;
        }
        int ticksPerSecond = welcome().arena().ticksPerSecond();
        return nowNanos - pulse.instantNanos(mirror().tick(), ticksPerSecond);
    }

    private Heard frame(boolean fresh, long nowNanos) {
        Mirror known = mirror;
        if (known == null || (!following && !fresh)) {
            return SKIPPED;
        }
        int before = following ? known.tick() : -1;
        int desyncs = known.desyncs();
        known.read(in);
        counts.frames++;
        counts.resyncs += fresh && shown ? 1 : 0;
        shown = true;
        frameTicks = before >= 0 && !fresh ? known.tick() - before : welcome().ticksPerFrame();
        following = true;
        orders.told(before < 0 ? known.tick() : before, known.tick(), known.ackedTick(), nowNanos);
        lead.slack(known.tick(), known.slackHalfTicks());
        if (known.desyncs() != desyncs) {
            counts.desyncs++;
            loseThread();
        }
        if (pulse.due(nowNanos)) {
            radio.send(new ClientMessage.Ping(pulse.ping(nowNanos)));
        }
        return FRAME;
    }

    private Heard word(ServerMessage message, long nowNanos) {
        switch (message) {
            case Welcome place -> welcome(place);
            case Pong pong -> {
                pulse.pong(pong, nowNanos);
                lead.roundTrip(pulse.roundTripNanos(), welcome().arena().ticksPerSecond());
            }
            case People people -> news = news.with(Muster.of(people));
            case Scores scores -> news = news.with(news.muster().with(scores));
            case Radar radar -> news = news.with(radar);
            case Round round -> news = news.with(round);
            case Refused refused -> {}
            case Notice notice -> {}
            case Chat chat -> {}
            case Kill kill -> {}
            case Emote emote -> {}
        }
        return new Heard.Word(message);
    }

    private void welcome(Welcome message) {
        welcome = message;
        papers = papers.withToken(message.token());
        mirror =
                Mirror.growing(
                        OrbitSchema.SCHEMA,
                        motions.apply(message.arena()),
                        message.ticksPerFrame(),
                        message.seat());
        lookahead = null;
        news = News.NONE;
        following = false;
        shown = false;
        counts.welcomes++;
    }

    private void order(dev.apsis.protocol.orbit.Command command, long nowNanos) {
        if (following && welcome().seat() >= 0) {
            radio.order(command, mirror().tick(), frameTicks, nowNanos);
        }
    }

    private void loseThread() {
        following = false;
        if (mirror != null) {
            radio.send(new ClientMessage.Resync());
        }
    }

    private Mirror mirror() {
        return Objects.requireNonNull(mirror, "not welcomed yet");
    }

    private Lookahead lookahead() {
        if (lookahead == null) {
            lookahead = new Lookahead(welcome().arena());
        }
        return lookahead;
    }
}
