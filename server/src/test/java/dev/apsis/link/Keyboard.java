package dev.apsis.link;

import dev.apsis.protocol.orbit.Command;

import java.util.SplittableRandom;

/** Keys that are held for a while and then others, from a seed. Owned by its pilot. */
public final class Keyboard implements Hands {
    private static final int LEAST_TICKS = 6;
    private static final int MOST_TICKS = 36;

    private final SplittableRandom chance;
    private final boolean fires;
    private int untilTick;
    private int packed;

    public Keyboard(long seed, boolean fires) {
        this.chance = new SplittableRandom(seed);
        this.fires = fires;
    }

    @Override
    public int hold(int tick) {
        if (tick >= untilTick) {
            untilTick = tick + chance.nextInt(LEAST_TICKS, MOST_TICKS);
            int steer = chance.nextInt(3);
            boolean thrust = chance.nextInt(5) < 3;
            boolean fire = fires && chance.nextInt(4) == 0;
            packed = Command.of(steer, 0, thrust, false, false, fire, false).packed();
        }
        return packed;
    }
}
