package dev.apsis.orbit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same seed and commands are the same match, also if it was put away in between. */
class DeterminismTest {
    private static final int TICKS = 3000;
    private static final int SEATS = 12;

    @ParameterizedTest
    @EnumSource(GameSettings.Game.class)
    void theSameSeedIsTheSameMatch(GameSettings.Game game) {
        var one = new Mischief(GameSettings.of(game, 2, SEATS, 60), 5);
        var other = new Mischief(GameSettings.of(game, 2, SEATS, 60), 5);
        for (int tick = 1; tick <= TICKS; tick++) {
            one.step();
            other.step();
            if (tick % 2 == 0) {
                one.orbit.capture(new int[0]); // looking on changes nothing
            }
            assertEquals(one.orbit.stateHash(), other.orbit.stateHash(), "tick " + tick);
        }
    }

    @Test
    void anotherSeedIsAnotherMatch() {
        var one = new Mischief(GameSettings.of(GameSettings.Game.FFA, 2, SEATS, 60), 5);
        var other = new Mischief(GameSettings.of(GameSettings.Game.FFA, 2, SEATS, 60), 6);
        one.step();
        other.step();
        assertNotEquals(one.orbit.stateHash(), other.orbit.stateHash());
    }

    @ParameterizedTest
    @EnumSource(GameSettings.Game.class)
    void aRestoredMatchGoesOnBitForBit(GameSettings.Game game) {
        GameSettings settings = GameSettings.of(game, 3, SEATS, 60);
        var mischief = new Mischief(settings, 11);
        for (int save = 0; save < 10; save++) {
            for (int tick = 0; tick < 397; tick++) {
                mischief.step();
            }
            mischief.swapSomeone();
            var restored = new Orbit(settings, 99);
            restored.restore(mischief.orbit.save());
            assertEquals(mischief.orbit.stateHash(), restored.stateHash());
            for (int tick = 0; tick < 200; tick++) {
                mischief.step();
                restored.step(mischief.commands);
                assertEquals(mischief.orbit.stateHash(), restored.stateHash());
            }
            assertArrayEquals(mischief.orbit.save(), restored.save());
        }
    }

    @Test
    void whatAnotherMatchSavedIsRefused() {
        var small = new Orbit(GameSettings.of(GameSettings.Game.FFA, 2, 8, 60), 1);
        var large = new Orbit(GameSettings.of(GameSettings.Game.FFA, 2, 16, 60), 1);
        assertThrows(IllegalArgumentException.class, () -> large.restore(small.save()));
        assertThrows(IllegalArgumentException.class, () -> large.restore(new byte[] {1, 2, 3}));
    }
}
