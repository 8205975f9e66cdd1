package dev.apsis.gateway;

import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.message.Radar;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rules;

import java.util.Arrays;

/** Reads off a frame roughly where all ships are. Pure. */
final class Sweep {
    private Sweep() {}

    /** The same for everybody who watches; the leader's blip wears the crown. */
    static Radar radar(Frame frame, int arenaUnits, Register register) {
        Table ships = frame.table(OrbitSchema.SHIP);
        int leader = register.leader();
        int[] blips = new int[ships.slots()];
        int count = 0;
        for (int seat = 0; seat < ships.slots(); seat++) {
            if (ships.id(seat) != 0) {
                int at = ships.at(seat);
                blips[count++] =
                        Radar.blip(
                                percent(ships.rows()[at + ShipRow.X], arenaUnits),
                                percent(ships.rows()[at + ShipRow.Y], arenaUnits),
                                register.side(seat),
                                seat == leader);
            }
        }
        return new Radar(frame.tick(), Arrays.copyOf(blips, count));
    }

    private static int percent(int place, int arenaUnits) {
        return (int) Math.round(place / Rules.GRID * 100 / arenaUnits);
    }
}
