package dev.apsis.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rules;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.Arrays;

/**
 * The game's laws hold after every tick, whatever pilots do. For a long run: {@code mvn test -pl
 * server -am -Dtest=LawsTest -Dsurefire.failIfNoSpecifiedTests=false
 * -DargLine="-Dapsis.ticks=1000000 -Dapsis.seed=1"}.
 */
class LawsTest {
    private static final int TICKS = Integer.getInteger("apsis.ticks", 12_000);
    private static final long SEED = Long.getLong("apsis.seed", 7);
    private static final int SEATS = 16;
    private static final int FULL = (int) (Rules.ENERGY_MAX * Rules.ENERGY_GRID);

    private int[] lastShotTicks = {};
    private int[] lastShots = {};
    private int[] lastShips = {};

    @ParameterizedTest
    @EnumSource(GameSettings.Game.class)
    void holdWhateverPilotsDo(GameSettings.Game game) {
        var mischief = new Mischief(GameSettings.of(game, 3, SEATS, 60), SEED);
        World world = mischief.orbit.world();
        lastShotTicks = new int[world.ships.count()];
        lastShots = new int[world.ships.count()];
        lastShips = new int[world.ships.count()];
        Arrays.fill(lastShotTicks, -1000);
        for (int tick = 1; tick <= TICKS; tick++) {
            int[] before = world.ships.table().rows().clone();
            int[] idsBefore = world.ships.table().ids().clone();
            mischief.step();
            String where = "seed " + SEED + " tick " + tick + " " + game;
            checkShips(world, where);
            checkTheDead(world, before, idsBefore, where);
            checkTorpedoes(world, where);
            if (mischief.orbit.world().round.number() == 1) {
                int given = 0;
                for (int seat = 0; seat < world.ships.count(); seat++) {
                    given += world.pilots.score(seat);
                }
                assertEquals(world.tally.score(), given, "points given out, " + where);
            }
        }
        assertTrue(world.tally.shots() > TICKS / 100, "nobody shot");
    }

    private static void checkShips(World world, String where) {
        double fastest = world.wire(Rules.MAX_SPEED) + 2;
        for (int seat = 0; seat < world.ships.count(); seat++) {
            if (world.ships.exists(seat)) {
                int hull = world.ships.hull(seat);
                assertTrue(hull >= 0 && hull <= Balance.HULL, "hull " + hull + ", " + where);
                int energy = world.ships.secret(seat, ShipSecret.ENERGY);
                assertTrue(energy >= 0 && energy <= FULL, "energy " + energy + ", " + where);
                double vx = world.ships.get(seat, ShipRow.VX);
                double vy = world.ships.get(seat, ShipRow.VY);
                assertTrue(Math.sqrt(vx * vx + vy * vy) <= fastest, "too fast, " + where);
                for (int i = ShipSecret.RELOAD; i < ShipSecret.LENGTH; i++) {
                    assertTrue(world.ships.secret(seat, i) >= 0, "countdown, " + where);
                }
            }
        }
    }

    /** A wreck coasts: no rudder, no engine, no shot. */
    private static void checkTheDead(World world, int[] before, int[] idsBefore, String where) {
        for (int seat = 0; seat < world.ships.count(); seat++) {
            int at = world.ships.table().at(seat);
            boolean dead = idsBefore[seat] != 0 && before[at + ShipRow.HULL] == 0;
            if (dead && world.ships.table().id(seat) == idsBefore[seat]) {
                assertEquals(0, world.ships.get(seat, ShipRow.TURN_B), "rudder, " + where);
                assertEquals(0, world.ships.get(seat, ShipRow.DRIVE_B), "engine, " + where);
                assertEquals(0, world.ships.hull(seat), "risen, " + where);
            }
        }
    }

    private void checkTorpedoes(World world, String where) {
        int reload = world.helm.ticks(Rules.RELOAD_SECONDS);
        int fresh = world.helm.ticks(Rules.TORPEDO_SECONDS);
        for (int slot = 0; slot < world.torpedoes.end(); slot++) {
            int at = world.torpedoes.table().at(slot);
            int[] rows = world.torpedoes.table().rows();
            int owner = rows[at + TorpedoRow.OWNER];
            int shot = rows[at + TorpedoRow.SHOT];
            if (world.ships.table().id(owner) != lastShips[owner]) {
                lastShips[owner] = world.ships.table().id(owner);
                lastShotTicks[owner] = -reload;
            }
            boolean launched = world.torpedoes.used(slot) && rows[at + TorpedoRow.LIFE] == fresh;
            if (launched && shot != lastShots[owner]) {
                int since = world.tick() - lastShotTicks[owner];
                assertTrue(since >= reload, "shots " + since + " ticks apart, " + where);
                lastShotTicks[owner] = world.tick();
                lastShots[owner] = shot;
            }
        }
    }
}
