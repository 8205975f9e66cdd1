package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.orbit.Arenas;
import dev.apsis.protocol.bot.Cockpit;
import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Heard;
import dev.apsis.protocol.bot.View;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A bot's cockpit plays in a real room at the end of a long line. */
class CockpitTest {
    private static final Arena ARENA = Arenas.lone(4, 60);

    /** Far enough away to harm nobody, near enough to be felt. */
    private static final Body PLANET =
            new Body(Body.Type.PLANET, 40, 9_000_000, -1, 3300, 0, 1_000_000);

    private static final Arena CALM = new Arena(3000, 60, List.of(PLANET));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 9})
    void commandsComeInTimeHoweverFarAwayTheServerIs(int delayTicks) {
        var pilot = new DistantPilot(ARENA, delayTicks);
        run(pilot, 200, Command.coast().turnLeft());
        int late = pilot.cockpit.lateCommands();
        run(pilot, 600, Command.coast().turnLeft().thrust());
        assertEquals(late, pilot.cockpit.lateCommands(), "none is late once it knows the way");
        int slack = pilot.cockpit.slackHalfTicks();
        assertTrue(slack >= 2 && slack <= 5, "about a tick early, not " + slack + " half ticks");
        assertEquals(0, pilot.cockpit.counts().desyncs());
        assertEquals(0, pilot.cockpit.counts().resyncs());
    }

    @Test
    void theLeadFollowsALineThatGrowsAndShrinks() {
        var pilot = new DistantPilot(ARENA, 1);
        run(pilot, 300, Command.coast());
        int near = pilot.cockpit.leadTicks();
        pilot.moveAway(6);
        run(pilot, 400, Command.coast());
        int late = pilot.cockpit.lateCommands();
        run(pilot, 200, Command.coast());
        assertEquals(late, pilot.cockpit.lateCommands());
        int far = pilot.cockpit.leadTicks();
        assertTrue(far >= near + 10, "there and back it is ten ticks more");
        pilot.moveAway(1);
        run(pilot, 2400, Command.coast());
        assertEquals(near, pilot.cockpit.leadTicks());
    }

    @Test
    void aheadIsWhereTheShipWillBeBitForBit() {
        var pilot = new DistantPilot(CALM, 2);
        Map<Integer, Double> foreseen = new HashMap<>();
        int compared = 0;
        for (int i = 0; i < 400; i++) {
            Command command = Command.coast().thrust();
            Command wish = i / 40 % 2 == 0 ? command.turnLeft() : command;
            pilot.tick(
                    cockpit -> {
                        View view = cockpit.view();
                        if (view.flies()) {
                            foreseen.put(view.ahead().tick(), view.ahead().me().x());
                        }
                        answer(cockpit, wish, pilot);
                    });
            Double there = foreseen.get(pilot.room.tickNumber());
            if (there != null && i > 100) {
                assertEquals(ownX(pilot), there, "at tick " + pilot.room.tickNumber());
                compared++;
            }
        }
        assertTrue(compared > 50, "compared " + compared);
    }

    @Test
    void aViewTellsTheServersNumbersInUnits() {
        var pilot = new DistantPilot(ARENA, 0);
        run(pilot, 200, Command.coast().thrust());
        View view = pilot.cockpit.view();
        assertEquals(pilot.room.tickNumber(), view.tick());
        assertEquals(ownX(pilot), view.me().x());
        assertTrue(view.me().thrusting());
        assertEquals(ARENA.bodies().size(), view.orbs().size());
        assertTrue(view.enemies().isEmpty());
    }

    @Test
    void whatItCannotReadIsSkippedUntilEverythingWasToldAgain() {
        var pilot = new DistantPilot(ARENA, 1);
        run(pilot, 100, Command.coast());
        assertInstanceOf(Heard.Garbled.class, pilot.slip(new byte[] {0, -1, -1, -1, 3}));
        assertInstanceOf(Heard.Skipped.class, pilot.slip(new byte[] {15, 1, 2, 3}));
        int frames = pilot.cockpit.counts().frames();
        run(pilot, 20, Command.coast());
        assertTrue(pilot.cockpit.counts().frames() >= frames + 6);
        assertEquals(1, pilot.cockpit.counts().garbled());
        assertEquals(1, pilot.cockpit.counts().resyncs());
        assertEquals(0, pilot.cockpit.counts().desyncs());
    }

    /** Where the ship is in the room itself, in units. */
    private static double ownX(DistantPilot pilot) {
        Table ships = pilot.room.simulation().capture(new int[0]).table(OrbitSchema.SHIP);
        return ships.rows()[ships.at(pilot.cockpit.seat()) + ShipRow.X] / 65536.0;
    }

    private static void run(DistantPilot pilot, int ticks, Command command) {
        for (int i = 0; i < ticks; i++) {
            pilot.tick(cockpit -> answer(cockpit, command, pilot));
        }
    }

    private static void answer(Cockpit cockpit, Command command, DistantPilot pilot) {
        cockpit.fly(command, (long) pilot.room.tickNumber() * DistantPilot.NANOS_PER_TICK);
    }
}
