package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * The main test: real rooms, sessions, audiences and codecs, with simulated links and mischief,
 * checked after every tick. A failure says by which command it is repeated; {@code -Dapsis.seeds}
 * plays more of them.
 */
class RoomSimulationTest {
    private static final int SEEDS = Integer.getInteger("apsis.seeds", 60);
    private static final int BEATS = Integer.getInteger("apsis.beats", 600);

    @Test
    void whateverHappensToLinksEverybodySeesTheTruth() {
        Long only = Long.getLong("apsis.seed");
        long first = only == null ? 1 : only;
        long last = only == null ? SEEDS : only;
        for (long seed = first; seed <= last; seed++) {
            play(seed);
        }
    }

    @Test
    void theSameSeedIsTheSameMatch() {
        assertEquals(play(4711), play(4711));
    }

    @Test
    void tenMinutesOfComingAndGoingAndMissedFramesLeaveNoDesync() {
        play(5, 10 * 60 * 60);
    }

    private static long play(long seed) {
        return play(seed, BEATS);
    }

    private static long play(long seed, int beats) {
        var simulation = new SimulatedRoom(seed);
        try {
            for (int beat = 0; beat < beats; beat++) {
                simulation.beat();
            }
            simulation.settle();
            return simulation.hash();
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError(
                    ("seed %d at tick %d; again: mvn test -pl server -am"
                                    + " -Dtest=RoomSimulationTest"
                                    + " -Dsurefire.failIfNoSpecifiedTests=false"
                                    + " -Dapsis.seed=%d -Dapsis.beats=%d")
                            .formatted(seed, simulation.tickNumber(), seed, beats),
                    failure);
        }
    }
}
