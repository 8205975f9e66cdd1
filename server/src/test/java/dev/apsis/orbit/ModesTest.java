package dev.apsis.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Fact.Phase;
import dev.apsis.engine.game.Pilot;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds, sides and duels. */
class ModesTest {
    private final List<Fact> facts = new ArrayList<>();

    private static Orbit match(GameSettings.Game game, int teams, int pilots) {
        var orbit = new Orbit(GameSettings.of(game, teams, 9, 60), 4);
        for (int seat = 0; seat < pilots; seat++) {
            orbit.join(seat, new Pilot("pilot", false));
        }
        return orbit;
    }

    private void step(Orbit orbit, int ticks) {
        int[] commands = new int[orbit.seats()];
        for (int i = 0; i < ticks; i++) {
            orbit.step(commands);
            facts.addAll(orbit.drainNews());
        }
    }

    private List<Phase> phases() {
        return facts.stream()
                .filter(Fact.Entered.class::isInstance)
                .map(fact -> ((Fact.Entered) fact).phase())
                .toList();
    }

    private static void destroy(Orbit orbit, int victim, int by) {
        World world = orbit.world();
        world.attacks.record(victim, by, 100, world.tick());
        world.ships.set(victim, ShipRow.X, 0);
        world.ships.set(victim, ShipRow.Y, 0);
    }

    @Test
    void aRoundEndsByPointsThenComesThePodiumThenTheNextRoundFromNothing() {
        Orbit orbit = match(GameSettings.Game.FFA, 2, 3);
        step(orbit, 1);
        orbit.world().pilots.award(1, Balance.ROUND_SCORE);
        step(orbit, 1);
        assertEquals(List.of(Phase.PLAYING, Phase.PODIUM), phases());
        Fact.Entered podium = (Fact.Entered) facts.getLast();
        assertEquals(1, podium.winner());
        assertEquals(1, podium.standings().getFirst().seat());
        step(orbit, 12 * 60);
        assertEquals(Phase.PLAYING, phases().getLast());
        assertEquals(0, orbit.score(1));
        assertTrue(orbit.world().ships.alive(0), "players stay");
    }

    @Test
    void sidesAreDealtAnewByScoresUnlessTheyAreToStayTogether() {
        for (boolean deals : new boolean[] {true, false}) {
            GameSettings settings =
                    GameSettings.of(GameSettings.Game.TEAMS, 2, 4, 60).dealingAnew(deals);
            Orbit orbit = new Orbit(settings, 7);
            for (int seat = 0; seat < 4; seat++) {
                orbit.join(seat, new Pilot("pilot " + seat, false));
            }
            step(orbit, 1);
            List<Integer> before = sides(orbit);
            int side = orbit.side(0);
            for (int seat = 0; seat < 4; seat++) {
                orbit.world().pilots.award(seat, orbit.side(seat) == side ? 2000 + seat : seat);
            }
            step(orbit, 1 + 12 * 60);
            assertEquals(2, orbit.world().round.number());
            assertEquals(deals, !before.equals(sides(orbit)));
        }
    }

    private static List<Integer> sides(Orbit orbit) {
        return IntStream.range(0, 4).mapToObj(orbit::side).toList();
    }

    @Test
    void onThePodiumNothingCounts() {
        Orbit orbit = match(GameSettings.Game.FFA, 2, 3);
        step(orbit, 1);
        orbit.world().pilots.award(1, Balance.ROUND_SCORE);
        step(orbit, 1);
        destroy(orbit, 0, 2);
        step(orbit, 1);
        assertEquals(0, orbit.score(2));
    }

    @Test
    void aRoundEndsByTimeAndEqualPointsAreADraw() {
        Orbit orbit = match(GameSettings.Game.FFA, 2, 0);
        orbit.join(0, new Pilot("ann", false));
        orbit.join(1, new Pilot("bob", false));
        step(orbit, 1);
        World world = orbit.world();
        world.ships.remove(0);
        world.ships.remove(1);
        step(orbit, 8 * 3600 + 1);
        Fact.Entered podium = (Fact.Entered) facts.getLast();
        assertEquals(Phase.PODIUM, podium.phase());
        assertEquals(-1, podium.winner());
    }

    @Test
    void teamsAreEvenOnJoinAndDealtByStrengthBeforeEachRound() {
        Orbit orbit = match(GameSettings.Game.TEAMS, 3, 9);
        World world = orbit.world();
        step(orbit, 1);
        for (int side = 1; side <= 3; side++) {
            assertEquals(3, world.pilots.onSide(side));
        }
        int[] strongest = new int[4];
        for (int seat = 0; seat < 3; seat++) {
            world.pilots.award(seat, 1000 * (seat + 1));
        }
        world.pilots.award(0, 10_000);
        step(orbit, 1 + 12 * 60 + 1);
        for (int seat = 0; seat < 3; seat++) {
            strongest[world.pilots.side(seat)]++;
        }
        assertEquals(List.of(1, 1, 1), List.of(strongest[1], strongest[2], strongest[3]));
    }

    @Test
    void aDuelWaitsForTwoAndEachBoutBeginsAlikeForBoth() {
        Orbit orbit = match(GameSettings.Game.DUEL, 2, 1);
        step(orbit, 10);
        assertEquals(List.of(), phases());
        orbit.join(1, new Pilot("bob", false));
        step(orbit, 1);
        assertEquals(List.of(Phase.PLAYING), phases());
        assertMirrored(orbit.world());
        for (int bout = 1; bout <= Balance.DUEL_KILLS; bout++) {
            assertEquals(1, phases().size(), "decided too early");
            destroy(orbit, 1, 0);
            step(orbit, 1);
            assertEquals(bout, orbit.world().pilots.deaths(1));
            destroy(orbit, 0, 1);
            step(orbit, 1);
            assertEquals(0, orbit.world().pilots.deaths(0), "the bout is over");
            step(orbit, 3 * 60 + 1);
            assertEquals(100, orbit.world().ships.hull(0));
        }
        assertEquals(Phase.PODIUM, phases().getLast());
        step(orbit, 12 * 60);
        assertEquals(Phase.PLAYING, phases().getLast(), "the rematch");
    }

    private static void assertMirrored(World world) {
        for (int field = ShipRow.X; field <= ShipRow.VY; field++) {
            assertEquals(0, world.ships.get(0, field) + world.ships.get(1, field), 8);
        }
        assertEquals(world.ships.hull(0), world.ships.hull(1));
        assertFalse(world.ships.get(0, ShipRow.X) == 0 && world.ships.get(0, ShipRow.Y) == 0);
    }
}
