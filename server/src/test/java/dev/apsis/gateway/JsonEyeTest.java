package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rules;

import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;

/** The world in JSON: physical units, and nothing that its viewer must not know. */
class JsonEyeTest {
    private final JsonEye eye = new JsonEye(60);
    private final Sight sight = new Sight();

    private static Frame frame() {
        var orbit = new Orbit(Arenas.lone(8, 60), 8, 7);
        for (int seat = 0; seat < 3; seat++) {
            orbit.join(seat, new Pilot("p" + seat, true));
        }
        for (int tick = 0; tick < 120; tick++) {
            orbit.step(new int[8]);
        }
        return orbit.capture(new int[16]);
    }

    @Test
    void aShipIsToldInUnits() {
        Frame frame = frame();
        sight.add(OrbitSchema.SHIP, 1);
        var world = new JsonObject(text(frame, 1, sight));
        JsonObject ship = world.getJsonArray("ships").getJsonObject(0);
        int[] row = frame.table(OrbitSchema.SHIP).rows();
        int at = frame.table(OrbitSchema.SHIP).at(1);
        assertEquals(row[at + ShipRow.X] / Rules.GRID, ship.getDouble("x"), 0.001);
        assertEquals(row[at + ShipRow.VX] / Rules.GRID * 60, ship.getDouble("vx"), 0.001);
        assertEquals(row[at + ShipRow.HEADING] * 360 / 65536.0, ship.getDouble("heading"), 0.001);
        assertEquals(100, world.getJsonObject("own").getDouble("energy"), 0.001);
    }

    @Test
    void onlyTheOwnerIsToldItsSecrets() {
        sight.add(OrbitSchema.SHIP, 1);
        assertFalse(new JsonObject(text(frame(), -1, sight)).containsKey("own"));
    }

    @Test
    void whatIsOutOfSightLeavesTheTextAsItIs() {
        Frame frame = frame();
        sight.add(OrbitSchema.SHIP, 1);
        String text = text(frame, 1, sight);
        Table ships = frame.table(OrbitSchema.SHIP);
        ships.rows()[ships.at(2) + ShipRow.X] += 77;
        ships.secrets()[ships.secretAt(2)] += 77;
        ships.secrets()[ships.secretAt(0)] += 77;
        assertEquals(text, text(frame, 1, sight));
        ships.secrets()[ships.secretAt(1)] -= 770;
        assertNotEquals(text, text(frame, 1, sight));
    }

    private String text(Frame frame, int seat, Sight sight) {
        return new String(eye.world(frame, seat, sight), StandardCharsets.UTF_8);
    }
}
