package dev.apsis.gateway;

import dev.apsis.engine.RoomNews;
import dev.apsis.engine.game.Lookout;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.delta.FramePair;
import dev.apsis.protocol.delta.RecordCodec;
import dev.apsis.protocol.delta.Records;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.delta.SnapshotWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.message.People;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import io.vertx.core.buffer.Buffer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * All viewers of one room on one event loop: each entity is encoded once a frame, and spliced for
 * everyone who may see it. Owned by that event loop.
 */
final class Audience {
    private final Lookout lookout;
    private final LongSupplier nanos;
    private final int ticksPerFrame;
    private final JsonEye jsonEye;
    private final SnapshotWriter writer;
    private final Records deltas;
    private final Records fulls;
    private final BitWriter out = new BitWriter(2048, Wire.MAX_SERVER_BYTES);
    private final Sight sight = new Sight();
    private final List<Viewer> viewers = new ArrayList<>();
    private Frame last = Frame.empty(0);
    private long lastNanos;
    private List<RoomNews.Seat> people = List.of();

    Audience(Venue venue, Lookout lookout, LongSupplier nanos) {
        var motion = new OrbitMotion(venue.arena());
        var codec = new RecordCodec(OrbitSchema.SCHEMA, motion);
        this.lookout = lookout;
        this.nanos = nanos;
        this.ticksPerFrame = venue.timing().ticksPerFrame();
        this.jsonEye = new JsonEye(venue.timing().ticksPerSecond());
        this.writer =
                new SnapshotWriter(OrbitSchema.SCHEMA, motion, venue.timing().ticksPerFrame());
        this.deltas = new Records(OrbitSchema.SCHEMA, codec);
        this.fulls = new Records(OrbitSchema.SCHEMA, codec);
    }

    void add(Viewer viewer) {
        viewers.add(viewer);
        viewer.say(peopleMessage());
    }

    /** Passes on what everybody may hear. */
    void tellAll(ServerMessage message) {
        var utterance = new Utterance(message);
        viewers.forEach(viewer -> viewer.say(utterance));
    }

    void remove(Viewer viewer) {
        viewers.remove(viewer);
    }

    boolean isEmpty() {
        return viewers.isEmpty();
    }

    int tick() {
        return last.tick();
    }

    /** How long ago the newest tick was heard of. */
    long micros(long nowNanos) {
        return Math.max(0, (nowNanos - lastNanos) / 1000);
    }

    void take(RoomNews news) {
        switch (news) {
            case RoomNews.Captured(Frame frame) -> show(frame);
            case RoomNews.Gathered(List<RoomNews.Seat> seats) -> {
                people = seats;
                tellAll(peopleMessage());
            }
            case RoomNews.Relinked(int seat, int link) ->
                    List.copyOf(viewers).stream()
                            .filter(viewer -> viewer.seat == seat && viewer.link < link)
                            .forEach(viewer -> viewer.refuse(Refusal.REPLACED));
            case RoomNews.Closed closed ->
                    List.copyOf(viewers).forEach(viewer -> viewer.refuse(Refusal.ROOM_CLOSED));
        }
    }

    private void show(Frame frame) {
        deltas.begin(last, frame);
        fulls.begin(Frame.empty(frame.tick()), frame);
        var frames = new FramePair(last, frame, deltas, fulls);
        for (Viewer viewer : viewers) {
            viewer.eachFrame.accept(frame.tick());
            boolean due = frame.tick() / ticksPerFrame % viewer.framesPerLook == 0;
            if (due && viewer.ready()) {
                show(viewer, frames);
            }
        }
        last = frame;
        lastNanos = nanos.getAsLong();
    }

    private void show(Viewer viewer, FramePair frames) {
        int from = viewer.seat >= 0 ? viewer.seat : viewer.followed;
        lookout.follow(frames.now(), from, viewer.eye);
        lookout.look(frames.now(), viewer.eye, viewer.roster, sight);
        switch (viewer.tongue) {
            case BINARY -> viewer.show(snapshot(viewer, frames));
            case JSON -> viewer.show(jsonEye.text(frames.now(), viewer.seat, sight));
        }
    }

    private Buffer snapshot(Viewer viewer, FramePair frames) {
        out.clear();
        ServerMessage.beginSnapshot(out);
        writer.write(out, viewer.roster, viewer.seat, frames, sight);
        return Buffer.buffer(out.toBytes());
    }

    private People peopleMessage() {
        List<People.Person> list = new ArrayList<>();
        for (RoomNews.Seat seat : people) {
            list.add(new People.Person(seat.seat(), seat.name(), seat.bot(), 0, 0, seat.score()));
        }
        return new People(list);
    }
}
