package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.Rails;
import dev.apsis.protocol.orbit.Rules;

import java.util.Arrays;

/** Who waits for a ship, until when, and where it appears. Owned by its simulation. */
final class Spawns {
    static final double RESPAWN_SECONDS = 3;

    private static final int NEVER = Integer.MAX_VALUE;
    private static final double CLEAR_OF_BODIES_UNITS = 300;
    private static final int TRIES = 16;

    private final Arena arena;
    private final Dice dice;
    private final Rails rails;
    private int[] dueTick = {};

    Spawns(Arena arena, Dice dice, OrbitMotion motion) {
        this.arena = arena;
        this.dice = dice;
        this.rails = motion.flight().rails();
    }

    void await(int seat, int tick) {
        if (seat >= dueTick.length) {
            int before = dueTick.length;
            dueTick = Arrays.copyOf(dueTick, Math.max(16, seat * 2));
            Arrays.fill(dueTick, before, dueTick.length, NEVER);
        }
        dueTick[seat] = tick;
    }

    void cancel(int seat) {
        dueTick[seat] = NEVER;
    }

    void spawnDue(Ships ships, int tick) {
        for (int seat = 0; seat < dueTick.length; seat++) {
            if (dueTick[seat] <= tick) {
                dueTick[seat] = NEVER;
                spawn(ships, seat, tick);
            }
        }
    }

    /** On a slow orbit, clear of every body. */
    private void spawn(Ships ships, int seat, int tick) {
        double x = 0;
        double y = 0;
        int angle = 0;
        for (int i = 0; i < TRIES; i++) {
            angle = dice.below(Angles.CIRCLE);
            double far = arena.radiusUnits() * (0.3 + dice.below(500) / 1000.0);
            x = far * Angles.cos(angle);
            y = far * Angles.sin(angle);
            if (clear(x, y, tick)) {
                break;
            }
        }
        double speed = 60 * Rules.GRID / arena.ticksPerSecond();
        int around = angle + Angles.CIRCLE / 4;
        ships.add(
                seat,
                (int) (x * Rules.GRID),
                (int) (y * Rules.GRID),
                (int) (speed * Angles.cos(around)),
                (int) (speed * Angles.sin(around)),
                around);
    }

    private boolean clear(double x, double y, int tick) {
        rails.place(tick);
        for (int i = 0; i < rails.count(); i++) {
            double dx = rails.x(i) - x;
            double dy = rails.y(i) - y;
            double far = rails.body(i).radiusUnits() + CLEAR_OF_BODIES_UNITS;
            if (dx * dx + dy * dy < far * far) {
                return false;
            }
        }
        return true;
    }
}
