package dev.apsis.protocol.orbit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.protocol.delta.Leg;
import dev.apsis.protocol.delta.Motion;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;

/** Legs without number through the shared predictor and the one that computes each. */
class SharedMotionTest {
    private static final int LEGS = 20_000;
    private static final Arena ARENA =
            new Arena(2000, 60, List.of(new Body(Body.Type.STAR, 60, 9000, -1, 0, 0, 0)));

    private final Motion shared = new SharedMotion(ARENA);
    private final Motion own = new OrbitMotion(ARENA);
    private final SplittableRandom random = new SplittableRandom(7);

    private int[] ship() {
        int[] row = new int[ShipRow.LENGTH];
        row[ShipRow.SEAT] = random.nextInt(8);
        row[ShipRow.HEADING] = random.nextInt(1 << 16);
        for (int i = ShipRow.TURN_A; i <= ShipRow.DRIVE_B; i++) {
            row[i] = random.nextInt(3) * 63 - 63;
        }
        place(row, ShipRow.X);
        return row;
    }

    private int[] torpedo() {
        int[] row = new int[TorpedoRow.LENGTH];
        row[TorpedoRow.LIFE] = 100;
        place(row, TorpedoRow.X);
        return row;
    }

    private void place(int[] row, int x) {
        row[x] = random.nextInt(-1500 << 16, 1500 << 16);
        row[x + 1] = random.nextInt(-1500 << 16, 1500 << 16);
        row[x + 2] = random.nextInt(-1 << 18, 1 << 18);
        row[x + 3] = random.nextInt(-1 << 18, 1 << 18);
    }

    private static int[] predicted(
            Motion motion, int type, int[] before, int[] controls, int tick, int ticks) {
        int[] row = controls.clone();
        var leg = new Leg();
        leg.between(tick, ticks);
        motion.predict(type, leg.of(before, 0, row, 0));
        return row;
    }

    private void assertSame(int type, int[] before, int[] row, int tick, int ticks) {
        assertArrayEquals(
                predicted(own, type, before, row, tick, ticks),
                predicted(shared, type, before, row, tick, ticks));
    }

    /** Asked for again with one number changed, so that what is remembered is almost right. */
    private void askAround(int type, int[] before, int from, int to) {
        int tick = random.nextInt(1000);
        int[] row = before.clone();
        for (int asked = 0; asked < 2; asked++) {
            assertSame(type, before, row, tick, 2);
        }
        assertSame(type, before, row, tick, 4);
        assertSame(type, before, row, tick + 1, 2);
        int[] other = before.clone();
        other[random.nextInt(from, to)] += 1;
        assertSame(type, other, row, tick, 2);
        int[] steered = before.clone();
        steered[random.nextInt(from, to)] += 1;
        assertSame(type, before, steered, tick, 2);
        assertSame(type, before, row, tick, 2);
    }

    @Test
    void itSaysExactlyWhatWhoComputesEverythingSays() {
        for (int leg = 0; leg < LEGS; leg++) {
            askAround(OrbitSchema.SHIP, ship(), ShipRow.TURN_A, ShipRow.X);
            askAround(OrbitSchema.TORPEDO, torpedo(), TorpedoRow.X, TorpedoRow.LENGTH);
        }
    }

    @Test
    void whatStaysAsItIsIsLeftAsItIs() {
        int[] before = ship();
        int[] row = before.clone();
        row[ShipRow.HULL] = 77;
        predicted(shared, OrbitSchema.SHIP, before, row, 3, 2);
        assertEquals(77, predicted(shared, OrbitSchema.SHIP, before, row, 3, 2)[ShipRow.HULL]);
    }
}
