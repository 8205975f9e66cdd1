package dev.apsis.bench;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.delta.FramePair;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.delta.RecordCodec;
import dev.apsis.protocol.delta.Records;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.delta.SnapshotWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bytes by scheme, and what writing and reading them takes, in a match without a server. */
final class WireTrial implements Trial {
    private static final int SHIPS = 100;
    private static final int FRAMES_PER_SECOND = 30;

    @Override
    public void run(Course course) throws IOException {
        int seconds = course.of(60, 5);
        course.calmly(number -> told(course, seconds)).note(course, seconds);
    }

    private static Telling told(Course course, int seconds) {
        var told = new Telling(course);
        told.play(course.of(20, 4) * FRAMES_PER_SECOND);
        told.clear();
        told.play(seconds * FRAMES_PER_SECOND);
        return told;
    }

    /** All viewers of a match, each told every frame. Owned by its trial. */
    private static final class Telling {
        private final Course course;
        private final Headless match;
        private final RecordCodec codec;
        private final SnapshotWriter writer;
        private final Records deltas;
        private final Records fulls;
        private final BitWriter out = new BitWriter(1 << 12, Wire.MAX_SERVER_BYTES);
        private final BitReader in = new BitReader();
        private final List<Headless.Viewer> viewers = new ArrayList<>();
        private final List<Mirror> mirrors = new ArrayList<>();
        private long fullBytes;
        private long deltaBytes;
        private long ourBytes;
        private long inSight;
        private long encodeNanos;
        private long spliceNanos;
        private long records;
        private long lookNanos;
        private long writeNanos;
        private long readNanos;
        private long snapshots;

        Telling(Course course) {
            this.course = course;
            this.match = new Headless(SHIPS, course.seed());
            var motion = new OrbitMotion(match.arena());
            this.codec = new RecordCodec(OrbitSchema.SCHEMA, motion);
            this.writer = new SnapshotWriter(OrbitSchema.SCHEMA, motion, Headless.TICKS_PER_FRAME);
            this.deltas = new Records(OrbitSchema.SCHEMA, codec);
            this.fulls = new Records(OrbitSchema.SCHEMA, codec);
            for (int seat = 0; seat < SHIPS; seat++) {
                viewers.add(new Headless.Viewer());
                mirrors.add(
                        Mirror.growing(
                                OrbitSchema.SCHEMA,
                                new OrbitMotion(match.arena()),
                                Headless.TICKS_PER_FRAME,
                                seat));
            }
        }

        void play(int frames) {
            for (int i = 0; i < frames; i++) {
                match.frame();
                encode();
                FramePair frame = pair();
                for (int seat = 0; seat < SHIPS; seat++) {
                    tell(frame, seat);
                }
            }
        }

        /** Each ship's record once, which encodes it, and once more, which only splices. */
        private void encode() {
            pair();
            long begin = nanos();
            int count = spliceShips();
            long encoded = nanos();
            spliceShips();
            spliceNanos += nanos() - encoded;
            encodeNanos += encoded - begin;
            records += count;
        }

        private int spliceShips() {
            out.clear();
            int count = 0;
            int[] ids = match.now().table(OrbitSchema.SHIP).ids();
            for (int slot = 0; slot < ids.length; slot++) {
                if (ids[slot] != 0) {
                    deltas.splice(OrbitSchema.SHIP, slot, out);
                    count++;
                }
            }
            return count;
        }

        private FramePair pair() {
            Frame now = match.now();
            deltas.begin(match.before(), now);
            fulls.begin(Frame.empty(now.tick()), now);
            return new FramePair(match.before(), now, deltas, fulls);
        }

        private void tell(FramePair frame, int seat) {
            Headless.Viewer viewer = viewers.get(seat);
            long begin = nanos();
            match.look(viewer, seat);
            long looked = nanos();
            out.clear();
            writer.write(out, viewer.roster, seat, frame, viewer.sight);
            out.flush();
            long written = nanos();
            in.reset(out.bytes(), out.byteCount());
            mirrors.get(seat).read(in);
            readNanos += nanos() - written;
            writeNanos += written - looked;
            lookNanos += looked - begin;
            snapshots++;
            weigh(frame, viewer.sight);
        }

        private void weigh(FramePair frame, Sight sight) {
            ourBytes += out.byteCount();
            fullBytes += PlainDelta.fullBytes(frame.now(), sight);
            deltaBytes += PlainDelta.deltaBytes(frame.before(), frame.now(), sight);
            inSight += sight.count();
        }

        void clear() {
            fullBytes = 0;
            deltaBytes = 0;
            ourBytes = 0;
            inSight = 0;
            encodeNanos = 0;
            spliceNanos = 0;
            records = 0;
            lookNanos = 0;
            writeNanos = 0;
            readNanos = 0;
            snapshots = 0;
        }

        void note(Course to, int seconds) {
            double clientSeconds = seconds * (double) SHIPS;
            String bytes = "B/s a client";
            to.note("in_sight", "things in sight of a ship", inSight / (double) snapshots, "");
            to.note("full_bytes", "full state", fullBytes / clientSeconds, bytes);
            to.note("delta_bytes", "delta of changed fields", deltaBytes / clientSeconds, bytes);
            to.note("our_bytes", "ours", ourBytes / clientSeconds, bytes);
            to.note("encode_ns", "encode a ship's record", encodeNanos / (double) records, "ns");
            to.note("splice_ns", "splice it once more", spliceNanos / (double) records, "ns");
            to.note("look_ns", "what a viewer may know", lookNanos / (double) snapshots, "ns");
            to.note("write_ns", "write its snapshot", writeNanos / (double) snapshots, "ns");
            to.note("read_ns", "read it", readNanos / (double) snapshots, "ns");
        }

        private long nanos() {
            return course.nanos().getAsLong();
        }
    }
}
