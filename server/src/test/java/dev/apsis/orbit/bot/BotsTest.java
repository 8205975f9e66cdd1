package dev.apsis.orbit.bot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Fact.Phase;
import dev.apsis.engine.game.Fact.Standing;
import dev.apsis.orbit.Cause;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/**
 * House bots are as good as their level says, on seeds 1 to {@code SEEDS}. To watch one duel again:
 * {@code ./apsis sim --mode duel --levels 5,3 --seconds 500 --seed SEED}.
 */
class BotsTest {
    private static final int SEEDS = 4;

    /** Bouts won by each seat until the first round ends. */
    private static int[] duel(long seed, int first, int second) {
        int[] won = new int[2];
        boolean[] over = new boolean[1];
        GameSettings settings = GameSettings.of(Game.DUEL, 2, 2, 60);
        var match =
                new Match(
                        settings,
                        List.of(first, second),
                        seed,
                        fact -> {
                            if (fact instanceof Fact.Entered end && end.phase() == Phase.PODIUM) {
                                over[0] = true;
                                for (Standing standing : end.standings()) {
                                    won[1 - standing.seat()] = standing.deaths();
                                }
                            }
                        });
        while (!over[0]) {
            match.step();
        }
        return won;
    }

    @ParameterizedTest
    @CsvSource({"5, 3", "3, 1", "5, 1"})
    void theHigherLevelWinsFromEitherPlace(int higher, int lower) {
        int won = 0;
        int lost = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            int[] there = duel(seed, higher, lower);
            int[] back = duel(seed, lower, higher);
            won += there[0] + back[1];
            lost += there[1] + back[0];
        }
        assertTrue(won >= 2 * lost, higher + " against " + lower + ": " + won + " to " + lost);
    }

    @Test
    void swappedPlacesSwapTheOutcome() {
        int first = 0;
        int second = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            int[] there = duel(seed, 4, 5);
            int[] back = duel(seed, 5, 4);
            first += there[0] + back[0];
            second += there[1] + back[1];
        }
        assertEquals(first, second, 0.35 * (first + second), "one place is better than the other");
    }

    @Test
    void aCrowdFightsMoreThanItFallsAndNobodyLivesByDoingNothing() {
        GameSettings settings = GameSettings.of(Game.FFA, 2, 16, 60);
        List<Integer> levels = List.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2, 3, 4, 5, Match.SLEEPER);
        var chronicle = new Chronicle(settings, levels, 1);
        chronicle.play(180);
        int torpedo = chronicle.tally().deathsBy(Cause.TORPEDO);
        assertTrue(torpedo > 5 * chronicle.tally().deathsBy(Cause.STAR), "by torpedo " + torpedo);
        assertTrue(torpedo > 50, "by torpedo " + torpedo);
        assertTrue(
                chronicle.deaths(15) >= 3, "the sleeper died " + chronicle.deaths(15) + " times");
        assertTrue(chronicle.secondsBetweenHits() < 15, "a dull match");
    }

    @Test
    void theSameSeedIsTheSameMatch() {
        GameSettings settings = GameSettings.of(Game.TEAMS, 2, 12, 60);
        List<Integer> levels = List.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 4, 5);
        var one = new Match(settings, levels, 9, fact -> {});
        var other = new Match(settings, levels, 9, fact -> {});
        for (int tick = 0; tick < 1800; tick++) {
            one.step();
            other.step();
        }
        assertEquals(one.orbit().stateHash(), other.orbit().stateHash());
    }

    /** Only its own secrets reach a bot. */
    @Test
    void secretsOfOthersChangeNothing() {
        GameSettings settings = GameSettings.of(Game.FFA, 2, 32, 60);
        List<Integer> levels = List.of(5, 4, 3, 5, 4, 3, 5, 4, 3, 5, 4, 3, 5, 4, 3, 5);
        var match = new Match(settings, levels, 2, fact -> {});
        var honest = new Crew(settings.arena(), 32, 2);
        var spied = new Crew(settings.arena(), 32, 2);
        honest.add(0, 5);
        spied.add(0, 5);
        int[] there = new int[600];
        int[] here = new int[600];
        for (int i = 0; i < there.length; i++) {
            match.step();
            match.step();
            honest.watch(match.frame());
            spied.watch(disguised(match.frame()));
            there[i] = honest.command(0);
            here[i] = spied.command(0);
        }
        assertArrayEquals(there, here);
    }

    private static Frame disguised(Frame frame) {
        Table ships = frame.table(OrbitSchema.SHIP).copy();
        for (int i = ships.secretAt(1); i < ships.secrets().length; i++) {
            ships.secrets()[i] ^= 0x55;
        }
        return new Frame(
                frame.tick(),
                List.of(ships, frame.table(OrbitSchema.TORPEDO), frame.table(OrbitSchema.SHARD)),
                frame.events(),
                frame.receipts());
    }
}
