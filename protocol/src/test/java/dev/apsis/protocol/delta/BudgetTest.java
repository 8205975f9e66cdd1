package dev.apsis.protocol.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What a snapshot costs, exactly, on one seed of a fight: bytes for the wire, objects for the heap.
 */
class BudgetTest {
    private static final int SEED = 20;
    private static final int SEATS = 90;
    private static final int VIEWERS = 24;
    private static final int WARM_UP_FRAMES = 150;
    private static final int SECONDS = 30;
    private static final int FRAMES = SECONDS * 30;
    private static final double BUDGET = 1300;

    @Test
    void aPilotInTheThickOfItIsToldEverythingForTheBudget() throws IOException {
        var fight = new Watched();
        fight.play(WARM_UP_FRAMES);
        fight.forgetFigures();
        fight.play(FRAMES);
        double seconds = SECONDS * (double) VIEWERS;
        Files.writeString(Path.of("target", "budget.txt"), fight.report(seconds));
        assertEquals(20, fight.shipsSeen / (double) FRAMES / VIEWERS, 2, "ships in view");
        assertEquals(30, fight.torpedoesSeen / (double) FRAMES / VIEWERS, 3, "torpedoes in view");
        assertTrue(fight.bytes / seconds <= BUDGET, fight.bytes / seconds + " bytes a second");
        assertEquals(664983, fight.bytes, "bytes of this seed: less is welcome, note it here");
    }

    @Test
    void theSteadyStateAllocatesNothing() {
        var fight = new Watched();
        fight.play(FRAMES);
        long allocated = 0;
        for (int i = 0; i < 300; i++) {
            allocated += fight.allocatedBy();
        }
        assertEquals(0, allocated, "bytes allocated by telling and reading");
    }

    /** A fight and some who watch it. Owned by its test. */
    private static final class Watched {
        private final Skirmish fight = new Skirmish(SEED, SEATS);
        private final OrbitMotion motion = new OrbitMotion(Skirmish.ARENA);
        private final RecordCodec codec = new RecordCodec(OrbitSchema.SCHEMA, motion);
        private final SnapshotWriter writer = new SnapshotWriter(OrbitSchema.SCHEMA, motion, 2);
        private final Records deltas = new Records(OrbitSchema.SCHEMA, codec);
        private final Records fulls = new Records(OrbitSchema.SCHEMA, codec);
        private final BitWriter out = new BitWriter(1 << 16, 1 << 16);
        private final BitReader in = new BitReader();
        private final Sight sight = new Sight();
        private final SquareSight[] eyes = new SquareSight[VIEWERS];
        private final Roster[] rosters = new Roster[VIEWERS];
        private final Mirror[] mirrors = new Mirror[VIEWERS];
        private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        private final long[] bitsBefore = new long[Tally.PARTS];
        private Frame last = Frame.empty(0);
        private long bytes;
        private long shipsSeen;
        private long torpedoesSeen;

        Watched() {
            for (int i = 0; i < VIEWERS; i++) {
                eyes[i] = new SquareSight();
                rosters[i] = new Roster();
                mirrors[i] = new Mirror(OrbitSchema.SCHEMA, new OrbitMotion(Skirmish.ARENA), 2, i);
            }
        }

        void play(int frames) {
            for (int i = 0; i < frames; i++) {
                tell(capture());
            }
        }

        void forgetFigures() {
            bytes = 0;
            shipsSeen = 0;
            torpedoesSeen = 0;
            for (int part = 0; part < Tally.PARTS; part++) {
                bitsBefore[part] = writer.tally().bits(part);
            }
        }

        /** Bytes allocated by telling all viewers of one frame, the frame itself apart. */
        long allocatedBy() {
            FramePair frames = capture();
            long before = threads.getCurrentThreadAllocatedBytes();
            tell(frames);
            return threads.getCurrentThreadAllocatedBytes() - before;
        }

        private FramePair capture() {
            fight.step();
            fight.step();
            Frame now = fight.capture();
            deltas.begin(last, now);
            fulls.begin(Frame.empty(now.tick()), now);
            var pair = new FramePair(last, now, deltas, fulls);
            last = now;
            return pair;
        }

        private void tell(FramePair frames) {
            for (int i = 0; i < VIEWERS; i++) {
                eyes[i].look(frames.now(), i, rosters[i], sight);
                out.clear();
                out.write(0, 4);
                writer.write(out, rosters[i], i, frames, sight);
                out.flush();
                in.reset(out.bytes(), out.byteCount());
                in.read(4);
                mirrors[i].read(in);
                bytes += out.byteCount();
                count(mirrors[i]);
            }
        }

        private void count(Mirror mirror) {
            for (int i = 0; i < mirror.size(); i++) {
                shipsSeen += mirror.types()[i] == OrbitSchema.SHIP ? 1 : 0;
                torpedoesSeen += mirror.types()[i] == OrbitSchema.TORPEDO ? 1 : 0;
            }
        }

        String report(double seconds) {
            String[] names = {"head", "leaves", "deltas", "enters", "own", "events"};
            var text = new StringBuilder("bytes per viewer and second: ");
            for (int part = 0; part < Tally.PARTS; part++) {
                double perSecond = (writer.tally().bits(part) - bitsBefore[part]) / 8.0 / seconds;
                text.append(String.format(Locale.ROOT, "%s %.0f, ", names[part], perSecond));
            }
            double frames = FRAMES * (double) VIEWERS;
            return text.append(
                            String.format(
                                    Locale.ROOT,
                                    "together with kind and fill %.0f; in view %.1f ships, %.1f"
                                            + " torpedoes",
                                    bytes / seconds,
                                    shipsSeen / frames,
                                    torpedoesSeen / frames))
                    .toString();
        }
    }
}
