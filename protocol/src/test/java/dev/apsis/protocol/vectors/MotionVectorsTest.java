package dev.apsis.protocol.vectors;

import dev.apsis.protocol.message.JsonText;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rails;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/**
 * A million steps of a ship under random commands, of a torpedo, and the places of bodies, as
 * hashes; {@code vectors.mjs} does the same in Node and in a browser, and docs/PROTOCOL.md says
 * how.
 */
class MotionVectorsTest {
    private static final int STEPS = 1_000_000;
    private static final int CHECK_EVERY = 100_000;
    private static final Arena ARENA =
            new Arena(
                    3000,
                    60,
                    List.of(
                            new Body(Body.Type.STAR, 160, 100_000_000, -1, 0, 0, 0),
                            new Body(Body.Type.PLANET, 70, 6_000_000, -1, 1350, 99, 1_022_611),
                            new Body(Body.Type.MOON, 30, 900_000, 1, 260, -7, -2_982_616)));

    private final OrbitMotion motion = new OrbitMotion(ARENA);
    private int random = 1;
    private int hash;

    @Test
    void everyMachineMovesAlike() throws IOException {
        var out = new JsonText().begin();
        out.put("welcome", Golden.hex(new Welcome(0, "", "vectors", 0, 2, ARENA).toBytes()));
        out.put("steps", STEPS).put("checkEvery", CHECK_EVERY);
        ship(out.beginList("ship"));
        torpedo(out.endList().beginList("torpedo"));
        rails(out.endList().beginList("bodies"));
        Golden.check("motion.json", out.endList().end().toString());
    }

    private void ship(JsonText out) {
        int[] row = new int[ShipRow.LENGTH];
        int[] secrets = new int[ShipSecret.LENGTH];
        var command = new Command(0);
        for (int tick = 0; tick < STEPS; tick++) {
            if (tick % 1000 == 0) {
                row[ShipRow.X] = next() >> 3;
                row[ShipRow.Y] = next() >> 3;
            }
            if (tick % 7 == 0) {
                command = new Command(next() >>> 9);
            }
            motion.helm().fly(row, 0, secrets, 0, command, tick);
            add(row);
            add(secrets);
            note(out, tick);
        }
    }

    private void torpedo(JsonText out) {
        int[] row = new int[TorpedoRow.LENGTH];
        for (int tick = 0; tick < STEPS; tick++) {
            if (tick % 100 == 0) {
                row[TorpedoRow.X] = next() >> 3;
                row[TorpedoRow.X + 1] = next() >> 3;
                row[TorpedoRow.X + 2] = next() >> 12;
                row[TorpedoRow.X + 3] = next() >> 12;
            }
            motion.flight().fall(row, TorpedoRow.X, tick);
            add(row);
            note(out, tick);
        }
    }

    private void rails(JsonText out) {
        Rails rails = motion.flight().rails();
        for (int step = 0; step < STEPS; step++) {
            rails.place(next() >>> 2);
            for (int i = 0; i < rails.count(); i++) {
                add(new int[] {(int) Math.floor(rails.x(i) * 65536)});
                add(new int[] {(int) Math.floor(rails.y(i) * 65536)});
            }
            note(out, step);
        }
    }

    private void note(JsonText out, int step) {
        if ((step + 1) % CHECK_EVERY == 0) {
            out.add(hash);
        }
    }

    private void add(int[] values) {
        for (int value : values) {
            hash = (hash ^ value) * 0x01000193;
            hash ^= hash >>> 15;
        }
    }

    private int next() {
        random ^= random << 13;
        random ^= random >>> 17;
        random ^= random << 5;
        return random;
    }
}
