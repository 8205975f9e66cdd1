package dev.apsis.link;

import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import java.util.Arrays;

/**
 * The world as a pilot predicts it from its newest snapshot: own ship by the commands given since,
 * others by drift with a turn that fades. The browser client's prediction.ts on whole ticks. Owned
 * by its pilot.
 */
final class Present {
    private static final double TURN_FADES_TICKS =
            PageConstants.of("world/prediction.ts").number("TURN_FADES_SECONDS") * 60;
    private static final int RING = PageConstants.of("world/command-ring.ts").whole("TICKS");

    private final Mirror mirror;
    private final OrbitMotion motion;
    private final int[] packed = new int[RING];
    private final int[] forTick = new int[RING];
    private final int[] row = new int[ShipRow.LENGTH];
    private final int[] secrets;

    Present(Mirror mirror, OrbitMotion motion) {
        this.mirror = mirror;
        this.motion = motion;
        this.secrets = new int[mirror.secrets().length];
        Arrays.fill(forTick, -1);
    }

    /** The pilot gave a command for a tick. */
    void command(int tick, int command) {
        packed[tick % RING] = command;
        forTick[tick % RING] = tick;
    }

    /** Own ship at a tick: its row, until the next question. */
    int[] own(int tick) {
        take(mirror.self());
        System.arraycopy(mirror.secrets(), 0, secrets, 0, secrets.length);
        for (int at = mirror.tick(); at < tick; at++) {
            int i = (at + 1) % RING;
            var command = new Command(forTick[i] == at + 1 ? packed[i] : 0);
            motion.helm().fly(row, 0, secrets, 0, command, at);
        }
        return row;
    }

    /** Another's ship at a tick: its row, until the next question. */
    int[] other(int place, int tick) {
        take(place);
        int turn = row[ShipRow.TURN_B];
        for (int at = mirror.tick(); at < tick; at++) {
            double left = Math.max(0, 1 - (at - mirror.tick()) / TURN_FADES_TICKS);
            row[ShipRow.TURN_B] = (int) (turn * left);
            motion.drift(OrbitSchema.SHIP, row, 0, at, 1);
        }
        return row;
    }

    private void take(int place) {
        System.arraycopy(mirror.rows(), place * mirror.stride(), row, 0, ShipRow.LENGTH);
    }
}
