package dev.apsis.protocol.delta;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The main test of the wire: wild worlds, watched by viewers who come and go, look elsewhere, miss
 * frames and ask again, must arrive bit for bit.
 *
 * <p>More of them: {@code mvn test -pl protocol -Dtest=SeededWorldTest -Dworlds.seeds=3000}.
 */
class SeededWorldTest {
    private static final int FIRST = Integer.getInteger("worlds.first", 1);
    private static final int SEEDS = Integer.getInteger("worlds.seeds", 150);
    private static final int TICKS = 400;
    private static final int TICKS_PER_FRAME = 2;
    private static final int[] PERIODS = {1, 1, 2, 4, 8};

    @Test
    void everyMirrorEqualsItsFrameBitForBit() {
        int launches = 0;
        for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
            var stage = new Stage(seed);
            try {
                stage.run();
                launches += stage.launches;
            } catch (RuntimeException | AssertionError failure) {
                fail(
                        "seed %d failed at tick %d; this repeats it: mvn -q test -pl protocol"
                                        .formatted(seed, stage.world.tick())
                                + " -Dtest=SeededWorldTest -Dworlds.seeds=1 -Dworlds.first="
                                + seed,
                        failure);
            }
        }
        assertTrue(launches >= SEEDS, "torpedoes are told by their launch: " + launches);
    }

    /** One seed's world and its viewers. Owned by the test's thread. */
    private static final class Stage {
        private final SplittableRandom dice;
        private final Arena arena;
        private final WildWorld world;
        private final SnapshotWriter writer;
        private final RecordCodec codec;
        private final Records fulls;
        private final List<Frame> history = new ArrayList<>();
        private final List<WatchedViewer> viewers = new ArrayList<>();
        private final int firstFrame;
        private int launches;

        Stage(int seed) {
            dice = new SplittableRandom(seed);
            var star = new Body(Body.Type.STAR, 160, 100_000_000, -1, 0, 0, 0);
            var planet = new Body(Body.Type.PLANET, 60, 5_000_000, -1, 900, 7, 1_234_567);
            arena = new Arena(dice.nextInt(500, 4000), 60, List.of(star, planet));
            var motion = new OrbitMotion(arena);
            firstFrame = dice.nextInt(1000);
            world =
                    new WildWorld(
                            dice.split(),
                            new OrbitMotion(arena),
                            arena.radiusUnits(),
                            firstFrame * TICKS_PER_FRAME);
            writer = new SnapshotWriter(OrbitSchema.SCHEMA, motion, TICKS_PER_FRAME);
            codec = new RecordCodec(OrbitSchema.SCHEMA, motion);
            fulls = new Records(OrbitSchema.SCHEMA, codec);
        }

        void run() {
            history.add(world.capture());
            for (int tick = 0; tick < TICKS; tick += TICKS_PER_FRAME) {
                for (int i = 0; i < TICKS_PER_FRAME; i++) {
                    world.step();
                }
                history.add(world.capture());
                comeAndGo();
                show();
            }
        }

        private void comeAndGo() {
            if (viewers.size() < 6 && dice.nextInt(5) == 0) {
                int seat = dice.nextInt(-2, WildWorld.SEATS);
                int period = PERIODS[dice.nextInt(PERIODS.length)];
                viewers.add(new WatchedViewer(Math.max(-1, seat), period, arena));
            }
            if (dice.nextInt(60) == 0 && !viewers.isEmpty()) {
                viewers.remove(dice.nextInt(viewers.size()));
            }
        }

        private void show() {
            int n = history.size() - 1;
            Frame now = history.get(n);
            Records[] deltas = new Records[5];
            fulls.begin(Frame.empty(now.tick()), now);
            for (WatchedViewer viewer : viewers) {
                boolean due = (firstFrame + n) % viewer.period == 0;
                if (due && dice.nextInt(25) != 0) {
                    showTo(viewer, n, deltas);
                }
            }
        }

        private void showTo(WatchedViewer viewer, int n, Records[] deltas) {
            int step = n - viewer.lastFrame;
            boolean missed = viewer.lastFrame < 0 || step > 4 || step == 3;
            if (missed || dice.nextInt(80) == 0) {
                viewer.roster.forget();
                step = 1;
            }
            viewer.lastFrame = n;
            Frame now = history.get(n);
            Frame before = history.get(n - step);
            if (deltas[step] == null) {
                deltas[step] = new Records(OrbitSchema.SCHEMA, codec);
                deltas[step].begin(before, now);
            }
            look(viewer, now);
            var out = new BitWriter(64, 1 << 16);
            var frames = new FramePair(before, now, deltas[step], fulls);
            writer.write(out, viewer.roster, viewer.seat, frames, viewer.sight);
            viewer.take(out.toBytes(), now);
            for (int slot = 0; slot < now.table(OrbitSchema.TORPEDO).slots(); slot++) {
                boolean exists = now.id(OrbitSchema.TORPEDO, slot) != 0;
                launches += exists && deltas[step].launchAge(OrbitSchema.TORPEDO, slot) > 0 ? 1 : 0;
            }
        }

        /** What was in sight mostly stays, what was not mostly does not come; in any order. */
        private void look(WatchedViewer viewer, Frame frame) {
            List<int[]> seen = new ArrayList<>();
            for (int type = 0; type < frame.tables().length; type++) {
                for (int slot = 0; slot < frame.table(type).slots(); slot++) {
                    int id = frame.id(type, slot);
                    if (id != 0 && dice.nextInt(20) < (wasSeen(viewer, type, id) ? 19 : 4)) {
                        seen.add(dice.nextInt(seen.size() + 1), new int[] {type, slot});
                    }
                }
            }
            viewer.sight.clear();
            for (int[] one : seen) {
                viewer.sight.add(one[0], one[1]);
                if (dice.nextInt(10) == 0) {
                    viewer.sight.add(one[0], one[1]);
                }
            }
        }

        private static boolean wasSeen(WatchedViewer viewer, int type, int id) {
            for (int i = 0; i < viewer.roster.size(); i++) {
                if (viewer.roster.type(i) == type && viewer.roster.id(i) == id) {
                    return true;
                }
            }
            return false;
        }
    }
}
