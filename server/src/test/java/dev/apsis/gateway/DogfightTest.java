package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.bot.Orb;
import dev.apsis.protocol.bot.View;
import dev.apsis.protocol.bot.pilots.Drifter;
import dev.apsis.protocol.bot.pilots.Hunter;
import dev.apsis.protocol.bot.pilots.Orbiter;

import org.junit.jupiter.api.Test;

import java.util.List;

/** The example pilots do what they are said to do, in seeded fights. */
class DogfightTest {
    private static final GameSettings DUEL = GameSettings.of(Game.DUEL, 2, 2, 60);
    private static final int[] SEEDS = {1, 2};
    private static final int SECONDS = 120;

    @Test
    void hunterBeatsDrifterWhoHarmsNobody() {
        for (int seed : SEEDS) {
            var fight = new Dogfight(DUEL, seed).with(new Hunter()).with(new Drifter());
            fight.run(SECONDS);
            assertEquals(0, fight.kills(1));
            assertTrue(fight.kills(0) >= 2, "seed " + seed + ": " + fight.kills(0) + " kills");
            assertEquals(0, fight.seats.getFirst().cockpit().counts().desyncs());
        }
    }

    @Test
    void hunterBeatsAHouseBotOfLevelOne() {
        int won = 0;
        int lost = 0;
        for (int seed : SEEDS) {
            var fight = new Dogfight(DUEL, seed).with(new Hunter()).withHouseBot(1);
            fight.run(SECONDS);
            won += fight.kills(0);
            lost += fight.kills(1);
        }
        assertTrue(won >= 3 && lost == 0, won + " kills of, " + lost + " by the house bot");
    }

    @Test
    void orbiterLivesNearTheStar() {
        var fight = new Dogfight(DUEL, 3).with(new Orbiter());
        fight.run(20);
        for (int i = 0; i < 40; i++) {
            fight.run(1);
            View view = fight.seats.getFirst().cockpit().view();
            Orb star = view.nearestStar(view.me()).orElseThrow();
            double height = star.height(view.me());
            assertTrue(height > 250 && height < 600, "height " + height);
        }
        assertEquals(0, fight.deaths(0));
    }

    @Test
    void drifterCrossesTheArenaAndStaysAlive() {
        var fight = new Dogfight(DUEL, 4).with(new Drifter());
        View before = fight.run(10).seats.getFirst().cockpit().view();
        View after = fight.run(SECONDS).seats.getFirst().cockpit().view();
        assertEquals(0, fight.deaths(0));
        assertTrue(before.me().distance(after.me()) > 100, "it has moved");
    }

    @Test
    void theSameSeedIsTheSameFight() {
        List<Long> hashes =
                List.of(1, 2).stream()
                        .map(
                                again ->
                                        new Dogfight(DUEL, 5)
                                                .with(new Hunter())
                                                .with(new Orbiter())
                                                .run(30)
                                                .room
                                                .simulation()
                                                .stateHash())
                        .toList();
        assertEquals(hashes.get(0), hashes.get(1));
    }
}
