package dev.apsis.gateway;

import dev.apsis.engine.Relief;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.Situation;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Lookout;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.delta.FramePair;
import dev.apsis.protocol.delta.RecordCodec;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.delta.SnapshotWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * All viewers of one room on one event loop: each entity is encoded once a frame, and spliced for
 * everyone who may see it. Owned by that event loop.
 */
final class Audience {
    private static final String MADE_WAY =
            "the room is full: bots only fill it up, and a person came for the seat";

    private static final int FRAMES_IN_RELIEF = 2;
    private static final int SWEEPS_UNSEEN = 16;

    private final Lookout lookout;
    private final LongSupplier nanos;
    private final int patienceTicks;
    private final int framesPerSecond;
    private final boolean waits;
    private final int arenaUnits;
    private final JsonEye jsonEye;
    private final SnapshotWriter writer;
    private final Stage stage;
    private final BitWriter out = new BitWriter(2048, Wire.MAX_SERVER_BYTES);
    private final Sight sight = new Sight();
    private final List<Viewer> viewers = new ArrayList<>();
    private int expected;
    private int begunTick;
    private long lastNanos;
    private Venue venue;
    private long begunNanos;
    private final Showings showings = new Showings();
    private final Register register = new Register();
    private Relief relief = Relief.NONE;
    private @Nullable ServerMessage round;
    private @Nullable Utterance radar;

    Audience(Venue venue, Lookout lookout, LongSupplier nanos) {
        var motion = new OrbitMotion(venue.arena());
        var codec = new RecordCodec(OrbitSchema.SCHEMA, motion);
        this.venue = venue;
        this.lookout = lookout;
        this.nanos = nanos;
        this.waits = venue.timing().waitsForBots();
        this.arenaUnits = venue.arena().radiusUnits();
        this.patienceTicks = venue.timing().ticksPerSecond();
        this.framesPerSecond = Math.max(1, patienceTicks / venue.timing().ticksPerFrame());
        this.jsonEye = new JsonEye(venue.timing().ticksPerSecond());
        this.writer =
                new SnapshotWriter(OrbitSchema.SCHEMA, motion, venue.timing().ticksPerFrame());
        this.stage = new Stage(codec, venue.timing().ticksPerFrame());
    }

    void add(Viewer viewer) {
        viewers.add(viewer);
        viewer.say(register.people());
        if (round != null) {
            viewer.say(round);
        }
    }

    /**
     * Passes on a pilot's words: to all or to those of the same side, but not to who muted them.
     */
    void pass(Talk talk) {
        var utterance = new Utterance(talk.message());
        int side = register.side(talk.seat());
        String session = register.session(talk.seat());
        if (talk.team() && side == 0) {
            return;
        }
        for (Viewer viewer : viewers) {
            boolean meant = !talk.team() || register.side(viewer.seat) == side;
            if (meant && !viewer.mutes.silence(session)) {
                viewer.say(utterance);
            }
        }
    }

    /** Who sits in a seat; null if nobody does. */
    RoomNews.@Nullable Seat sitter(int seat) {
        return register.find(seat);
    }

    /** How early a seat's commands came, as of the newest frame. */
    int slackHalfTicks(int seat) {
        return stage.slackHalfTicks(seat);
    }

    /** The side a seat plays for; 0 for none. */
    int side(int seat) {
        return register.side(seat);
    }

    /** Passes on what everybody may hear. */
    void tellAll(ServerMessage message) {
        var utterance = new Utterance(message);
        viewers.forEach(viewer -> viewer.say(utterance));
    }

    /**
     * Passes on what who does not look can do without: it is told how things stand when it looks
     * again.
     */
    private void tellWatching(ServerMessage message) {
        var utterance = new Utterance(message);
        for (Viewer viewer : viewers) {
            if (!viewer.paused) {
                viewer.say(utterance);
            }
        }
    }

    /** Tells who is here, or what scores they have; never twice on a line that is busy. */
    private void tellPeople(ServerMessage change) {
        var utterance = new Utterance(change);
        for (Viewer viewer : viewers) {
            viewer.missesPeople |= viewer.writing();
            if (!viewer.paused && !viewer.missesPeople) {
                viewer.say(utterance);
            }
        }
    }

    /** Somebody looks again: who is here, with the scores there are by now. */
    void resume(Viewer viewer) {
        viewer.missesPeople = false;
        viewer.say(register.people());
    }

    /** Takes in how things stood when this audience began to listen. */
    void begin(Situation situation, long nowNanos) {
        begunTick = situation.tick();
        lastNanos = Math.max(lastNanos, nowNanos);
        relief = situation.relief();
        tellAll(register.take(situation.seats()));
        situation.facts().forEach(this::pass);
    }

    void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    /** Whether nobody is here, and nobody is about to be. */
    boolean isEmpty() {
        return viewers.isEmpty() && expected == 0;
    }

    /** Somebody asks to be let in: what the room says meanwhile is heard. */
    void expect() {
        expected++;
    }

    /** Who was expected is here, or was refused. */
    void met() {
        expected--;
    }

    /** The newest tick heard of. */
    int tick() {
        return Math.max(begunTick, stage.tick());
    }

    /** How many records were encoded so far, however many were shown them. */
    long encodes() {
        return stage.encodes();
    }

    /** How long ago the newest tick was heard of. */
    long micros(long nowNanos) {
        return Math.max(0, (nowNanos - lastNanos) / 1000);
    }

    void take(RoomNews news) {
        switch (news) {
            case RoomNews.Captured(Frame frame) -> show(frame);
            case RoomNews.Gathered(List<RoomNews.Seat> seats) ->
                    register.gather(seats).ifPresent(this::tellPeople);
            case RoomNews.Happened(List<Fact> facts) -> facts.forEach(this::pass);
            case RoomNews.Relinked(int seat, int link) ->
                    refuseOlder(seat, link, Refusal.REPLACED, Refusal.REPLACED.text());
            case RoomNews.Yielded(int seat, int link) ->
                    refuseOlder(seat, link, Refusal.FULL, MADE_WAY);
            case RoomNews.Unseated(int seat, int link) ->
                    viewers.stream()
                            .filter(viewer -> viewer.seat == seat && viewer.link == link)
                            .forEach(this::unseat);
            case RoomNews.SentAway(int seat, int link, String words) ->
                    List.copyOf(viewers).stream()
                            .filter(viewer -> viewer.seat == seat && viewer.link == link)
                            .forEach(viewer -> viewer.refuse(new Refused(Refusal.KICKED, words)));
            case RoomNews.Said(int seat, String words) -> say(seat, new Notice(words));
            case RoomNews.Decided decided -> {}
            case RoomNews.Relieving(Relief needed) -> relief = needed;
            case RoomNews.Awaiting(List<String> names) ->
                    tellAll(new Notice("waiting for " + String.join(", ", names)));
            case RoomNews.Ending(int seconds) ->
                    tellAll(new Notice("the server restarts in " + seconds + " s"));
            case RoomNews.Closed(RoomNews.End end) -> close(end);
        }
    }

    private void close(RoomNews.End end) {
        for (Viewer viewer : List.copyOf(viewers)) {
            switch (end) {
                case MOVED -> viewer.move();
                case DRAINED -> viewer.refuse(Refusal.DRAINING);
                case DESERTED, FAILED -> viewer.refuse(Refusal.ROOM_CLOSED);
            }
        }
    }

    /** Says a line to who sits in a seat, or to everybody. */
    private void say(int seat, Notice notice) {
        if (seat == RoomNews.Said.EVERYBODY) {
            tellAll(notice);
        } else {
            viewers.stream()
                    .filter(viewer -> viewer.seat == seat)
                    .forEach(viewer -> viewer.say(notice));
        }
    }

    /** The room's rules may be others by now. */
    void amend(Venue latest) {
        venue = latest;
    }

    /** Sends those away whose link to a seat is void. */
    private void refuseOlder(int seat, int link, Refusal reason, String words) {
        List.copyOf(viewers).stream()
                .filter(viewer -> viewer.seat == seat && viewer.link < link)
                .forEach(viewer -> viewer.refuse(new Refused(reason, words)));
    }

    /** The second welcome says that it has no seat. */
    private void unseat(Viewer viewer) {
        viewer.unseat(tick());
        viewer.say(new Notice("you did nothing for long: you watch now, and your seat is free"));
        viewer.say(venue.welcome(viewer.seat, /* token= */ "", tick()));
    }

    /** Whoever did nothing for so long that it was unseated, and nothing since, is sent away. */
    private void dismissIdle(int tick) {
        int patience = venue.timing().ticks(venue.timing().idleness().watching());
        List.copyOf(viewers).stream()
                .filter(viewer -> viewer.unseatedTick >= 0 && patience > 0)
                .filter(viewer -> tick - viewer.unseatedTick >= patience)
                .forEach(viewer -> viewer.refuse(Refusal.IDLE));
    }

    /** What its viewers were shown since the last call. */
    RoomMessage.Watched drainShowings() {
        return showings.drain(tick(), viewers.size());
    }

    private void pass(Fact fact) {
        Facts.message(fact)
                .ifPresent(
                        message -> {
                            if (message instanceof Round) {
                                round = message;
                                tellAll(message);
                            } else {
                                tellWatching(message);
                            }
                        });
    }

    /** Whether it is to be shown a frame; a pilot the room waits for sees all of them. */
    private boolean due(Viewer viewer, int number) {
        boolean spared = viewer.spares(relief) && number % FRAMES_IN_RELIEF != 0;
        boolean looks = number % viewer.framesPerLook == 0;
        return (waits && viewer.seat >= 0) || (!viewer.drains() && looks && !spared);
    }

    private void show(Frame frame) {
        begunNanos = nanos.getAsLong();
        stage.enter(frame);
        radar = null;
        boolean second = frame.tick() % patienceTicks == 0;
        if (second) {
            register.drainCrowd().ifPresent(this::tellPeople);
        }
        int number = stage.number();
        for (Viewer viewer : viewers) {
            viewer.hear(frame.tick());
            if (viewer.turns(number, framesPerSecond)) {
                sweep(viewer, frame);
            }
            if (!due(viewer, number)) {
                continue;
            }
            if (viewer.ready(frame, number, patienceTicks)) {
                show(viewer, frame);
            } else if (viewer.writing()) {
                showings.skipped();
            }
        }
        lastNanos = nanos.getAsLong();
        showings.took(lastNanos - begunNanos);
        if (second) {
            dismissIdle(frame.tick());
        }
    }

    /**
     * For who can't keep up the next radar is soon enough, and who does not look hears of it now
     * and then, so that its line lives on.
     */
    private void sweep(Viewer viewer, Frame frame) {
        boolean seldom = stage.number() / framesPerSecond % SWEEPS_UNSEEN == 0;
        if (!viewer.writing() && (seldom || !viewer.paused)) {
            if (radar == null) {
                radar = new Utterance(Sweep.radar(frame, arenaUnits, register));
            }
            viewer.say(radar);
        }
    }

    private void show(Viewer viewer, Frame frame) {
        int from = viewer.seat >= 0 ? viewer.seat : viewer.followed;
        lookout.follow(frame, from, viewer.eye);
        lookout.look(frame, viewer.eye, viewer.roster, sight);
        viewer.lonely = !seesAnother(viewer.seat);
        viewer.leaves(begunNanos);
        int step = viewer.stepTo(stage.number());
        if (viewer.missesPeople) {
            resume(viewer);
        }
        switch (viewer.tongue()) {
            case BINARY -> {
                write(viewer, step);
                showings.shown(out.byteCount());
                viewer.show(out.bytes(), out.byteCount());
            }
            case JSON -> {
                byte[] world = jsonEye.world(frame, viewer.seat, sight);
                showings.shown(world.length);
                viewer.show(world, world.length);
            }
        }
    }

    private boolean seesAnother(int seat) {
        for (int i = 0; i < sight.count(); i++) {
            if (sight.type(i) == OrbitSchema.SHIP && sight.slot(i) != seat) {
                return true;
            }
        }
        return false;
    }

    private void write(Viewer viewer, int step) {
        if (!stage.reaches(step)) {
            viewer.roster.forget();
        }
        if (viewer.roster.fresh() && viewer.roster.size() > 0) {
            showings.resynced();
        }
        FramePair frames = stage.pair(viewer.roster.fresh() ? 1 : step);
        out.clear();
        ServerMessage.beginSnapshot(out);
        writer.write(out, viewer.roster, viewer.seat, frames, sight);
        out.flush();
    }
}
