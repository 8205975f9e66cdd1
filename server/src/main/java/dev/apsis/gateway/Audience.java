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
        this.writer =
                new SnapshotWriter(OrbitSchema.SCHEMA, motion, venue.timing().ticksPerFrame());
        this.deltas = new Records(OrbitSchema.SCHEMA, codec);
        this.fulls = new Records(OrbitSchema.SCHEMA, codec);
    }

    void add(Viewer viewer) {
        viewers.add(viewer);
        viewer.say(peopleMessage());
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
            case RoomNews.Happened happened -> {}
            case RoomNews.Gathered(List<RoomNews.Seat> seats) -> {
                people = seats;
                Buffer message = peopleMessage();
                viewers.forEach(viewer -> viewer.say(message));
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
            if (viewer.ready()) {
                viewer.show(snapshot(viewer, frames));
            }
        }
        last = frame;
        lastNanos = nanos.getAsLong();
    }

    private Buffer snapshot(Viewer viewer, FramePair frames) {
        lookout.follow(frames.now(), viewer.seat, viewer.eye);
        lookout.look(frames.now(), viewer.eye, viewer.roster, sight);
        out.clear();
        ServerMessage.beginSnapshot(out);
        writer.write(out, viewer.roster, viewer.seat, frames, sight);
        return Buffer.buffer(out.toBytes());
    }

    private Buffer peopleMessage() {
        List<ServerMessage.Person> list = new ArrayList<>();
        for (RoomNews.Seat seat : people) {
            list.add(new ServerMessage.Person(seat.seat(), seat.name(), seat.bot(), seat.score()));
        }
        return Buffer.buffer(new ServerMessage.People(list).toBytes());
    }
}
