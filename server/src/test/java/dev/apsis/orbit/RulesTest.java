package dev.apsis.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Pilot;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Single rules, on ships put where the rule wants them: far from a star that pulls nothing. */
class RulesTest {
    private static final int GRID = 65536;
    private static final int FIRE =
            Command.of(Command.STRAIGHT, 0, false, false, false, true, false).packed();
    private static final int JUMP =
            Command.of(Command.STRAIGHT, 0, false, false, false, false, true).packed();

    private final int[] commands = new int[4];
    private final List<Fact.Downed> downed = new ArrayList<>();
    private Orbit orbit = match(GameSettings.Game.FFA);
    private World world = orbit.world();

    private static Orbit match(GameSettings.Game game) {
        var star = new Body(Body.Type.STAR, 100, 1, -1, 0, 0, 0);
        var planet = new Body(Body.Type.PLANET, 100, 1, -1, 2000, 0, 0);
        var arena = new Arena(3000, 60, List.of(star, planet));
        return new Orbit(new GameSettings(game, 2, 4, arena), 1);
    }

    @BeforeEach
    void fill() {
        begin(GameSettings.Game.FFA);
    }

    private void begin(GameSettings.Game game) {
        orbit = match(game);
        world = orbit.world();
        for (int seat = 0; seat < 4; seat++) {
            orbit.join(seat, new Pilot("pilot", false));
        }
        step(1);
        for (int seat = 0; seat < 4; seat++) {
            put(seat, -2000 + 400 * seat, 2000, 0, 0);
            world.ships.setSecret(seat, ShipSecret.SHIELD, 0);
        }
        step(1);
        downed.clear();
    }

    /** Units, and units per second. */
    private void put(int seat, int x, int y, int vx, int vy) {
        world.ships.set(seat, ShipRow.X, x * GRID);
        world.ships.set(seat, ShipRow.Y, y * GRID);
        world.ships.set(seat, ShipRow.VX, vx * GRID / 60);
        world.ships.set(seat, ShipRow.VY, vy * GRID / 60);
        world.ships.set(seat, ShipRow.HEADING, 0);
    }

    private void step(int ticks) {
        for (int i = 0; i < ticks; i++) {
            orbit.step(commands);
            for (Fact fact : orbit.drainNews()) {
                if (fact instanceof Fact.Downed end) {
                    downed.add(end);
                }
            }
        }
    }

    private void shoot(int seat) {
        commands[seat] = FIRE;
        step(1);
        commands[seat] = 0;
    }

    @Test
    void aTorpedoLeavesTheTubeAfterItsWindUpAndTakesAQuarterOfAHull() {
        put(1, -1900, 2000, 0, 0);
        shoot(0);
        step(6);
        assertEquals(0, world.tally.shots(), "still winding up");
        step(1);
        assertEquals(1, world.tally.shots());
        step(10);
        assertEquals(75, world.ships.hull(1));
        assertEquals(100, world.ships.hull(0));
    }

    @Test
    void aShieldTakesTheHitAndEndsAtTheFirstShot() {
        put(1, -1900, 2000, 0, 0);
        world.ships.setSecret(1, ShipSecret.SHIELD, 60);
        shoot(0);
        step(17);
        assertEquals(100, world.ships.hull(1));
        assertEquals(1, world.tally.hits());
        shoot(1);
        assertEquals(0, world.ships.secret(1, ShipSecret.SHIELD));
        assertFalse(world.ships.shielded(1));
    }

    @Test
    void killAssistBountyAndDeathAreCountedAndTold() {
        put(1, -1900, 2000, 0, 0);
        world.attacks.record(1, 2, 25, world.tick());
        world.ships.set(1, ShipRow.HULL, 25);
        for (int i = 0; i < 3; i++) {
            world.pilots.countKill(1);
        }
        shoot(0);
        step(17);
        assertEquals(Balance.KILL_SCORE + Balance.BOUNTY_SCORE, orbit.score(0));
        assertEquals(Balance.ASSIST_SCORE, orbit.score(2));
        assertEquals(1, downed.size());
        Fact.Downed end = downed.getFirst();
        assertEquals(
                new Fact.Downed(end.tick(), 1, 0, List.of(2), "torpedo", /* bounty= */ true), end);
        assertEquals(0, world.pilots.streak(1));
        int shards = world.shards.count();
        assertTrue(shards >= Balance.LEAST_SHARDS && shards <= Balance.MOST_SHARDS);
    }

    @Test
    void whoIsDrivenIntoAStarIsTheLastAttackersAndWhoFliesIntoItLosesPoints() {
        world.attacks.record(1, 3, 25, world.tick());
        put(1, 50, 0, 0, 0);
        put(2, -50, 0, 0, 0);
        step(1);
        assertEquals(Balance.KILL_SCORE, orbit.score(3));
        assertEquals(Balance.SUICIDE_SCORE, orbit.score(2));
        assertEquals("star", downed.getFirst().cause());
    }

    @Test
    void creditEndsAfterFiveSeconds() {
        world.attacks.record(1, 3, 25, world.tick());
        step(301);
        put(1, 50, 0, 0, 0);
        step(1);
        assertEquals(Balance.SUICIDE_SCORE, orbit.score(1));
    }

    @Test
    void shipsThatMeetExchangeMomentumAndAreHurtByTheImpact() {
        put(0, -2000, 2000, 300, 0);
        put(1, -1975, 2000, -300, 20);
        int before = world.ships.get(0, ShipRow.VX) + world.ships.get(1, ShipRow.VX);
        step(1);
        int after = world.ships.get(0, ShipRow.VX) + world.ships.get(1, ShipRow.VX);
        assertEquals(before, after, 2, "what one loses the other gains");
        assertTrue(world.ships.get(0, ShipRow.VX) < 0, "bounced");
        assertEquals(world.ships.hull(0), world.ships.hull(1));
        assertTrue(world.ships.hull(0) < 80, "hull " + world.ships.hull(0));
    }

    @Test
    void aPlanetThrowsShipsBackAndStopsTorpedoes() {
        put(0, 1880, 0, 200, 0);
        step(3);
        assertTrue(world.ships.get(0, ShipRow.VX) < 0);
        assertTrue(world.ships.hull(0) < 90);
        put(0, 1800, 0, 0, 0);
        put(1, 2200, 0, 0, 0);
        shoot(0);
        step(100);
        assertEquals(100, world.ships.hull(1));
        assertEquals(0, world.torpedoes.count());
    }

    @Test
    void aJumpCostsEnergyCanNotBeRepeatedAtOnceAndIsFlagged() {
        commands[0] = JUMP;
        step(2);
        assertEquals(1, world.tally.jumps());
        assertNotEquals(0, world.ships.get(0, ShipRow.FLAGS) & ShipRow.JUMPED);
        assertTrue(world.ships.secret(0, ShipSecret.ENERGY) < 51 * 256);
    }

    @Test
    void beyondTheBorderTheHullWearsDown() {
        put(0, 3800, 0, 0, 0);
        step(60);
        assertTrue(world.ships.hull(0) < 95);
        assertEquals(100, world.ships.hull(1));
    }

    @Test
    void aShardIsWorthPointsAndEnergyAndIsTakenOnce() {
        world.ships.set(1, ShipRow.HULL, 25);
        put(1, -1900, 2000, 0, 0);
        shoot(0);
        step(17);
        int shards = world.shards.count();
        put(2, -1900, 2000, 0, 0);
        put(3, -1900, 2001, 0, 0);
        world.ships.setSecret(2, ShipSecret.ENERGY, 0);
        step(1);
        int points = orbit.score(2) + orbit.score(3);
        assertEquals((shards - world.shards.count()) * Balance.SHARD_SCORE, points);
        assertTrue(points > 0);
    }

    @Test
    void aFrameTellsOfHitsAndBurstsOnShipsThatAreInIt() {
        world.ships.set(1, ShipRow.HULL, 25);
        put(1, -1900, 2000, 0, 0);
        shoot(0);
        boolean burst = false;
        for (int i = 0; i < 10; i++) {
            step(2);
            Frame frame = orbit.capture(new int[0]);
            for (int at = 0; at < frame.events().length; at += Frame.EVENT_STRIDE) {
                assertNotEquals(0, frame.id(OrbitSchema.SHIP, frame.events()[at + 2]));
                burst |= frame.events()[at] == OrbitSchema.BURST && frame.events()[at + 2] == 1;
            }
        }
        assertTrue(burst);
        assertEquals(0, orbit.capture(new int[0]).id(OrbitSchema.SHIP, 1), "the wreck is gone");
        step(180);
        assertTrue(world.ships.alive(1), "and its pilot back");
    }

    @Test
    void friendsNeitherHitNorHurtEachOther() {
        begin(GameSettings.Game.TEAMS);
        int friend = -1;
        for (int seat = 1; seat < 4; seat++) {
            friend = world.pilots.side(seat) == world.pilots.side(0) ? seat : friend;
        }
        put(friend, -1900, 2000, 0, 0);
        shoot(0);
        step(20);
        assertEquals(100, world.ships.hull(friend));
        put(0, -2000, 2000, 300, 0);
        put(friend, -1975, 2000, -300, 0);
        step(2);
        assertEquals(100, world.ships.hull(friend));
    }
}
