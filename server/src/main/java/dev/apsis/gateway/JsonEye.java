package dev.apsis.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Flight;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What one viewer sees of a frame as JSON: named fields, units, units per second, degrees
 * counter-clockwise from east, seconds. Told nothing that a snapshot would not tell. Owned by its
 * audience.
 */
final class JsonEye {
    private static final String[] DRIVES = {"coast", "thrust", "boost", "brake"};

    private final JsonFactory json = new JsonFactory();
    private final int ticksPerSecond;

    JsonEye(int ticksPerSecond) {
        this.ticksPerSecond = ticksPerSecond;
    }

    byte[] world(Frame frame, int seat, Sight sight) {
        var world = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = json.createGenerator(world)) {
            out.writeStartObject();
            out.writeStringField("kind", "world");
            out.writeNumberField("tick", frame.tick());
            out.writeNumberField("seat", seat);
            ships(out, frame, sight);
            torpedoes(out, frame, sight);
            shards(out, frame, sight);
            own(out, frame, seat);
            events(out, frame, sight);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return world.toByteArray();
    }

    private void ships(JsonGenerator out, Frame frame, Sight sight) throws IOException {
        out.writeArrayFieldStart("ships");
        for (int i = 0; i < sight.count(); i++) {
            if (sight.type(i) == OrbitSchema.SHIP) {
                Table table = frame.table(OrbitSchema.SHIP);
                int[] row = table.rows();
                int at = table.at(sight.slot(i));
                int flags = row[at + ShipRow.FLAGS];
                out.writeStartObject();
                out.writeNumberField("seat", row[at + ShipRow.SEAT]);
                way(out, row, at + ShipRow.X);
                out.writeNumberField("heading", rounded(row[at + ShipRow.HEADING] * 360 / 65536.0));
                out.writeNumberField(
                        "turn", rounded(row[at + ShipRow.TURN_B] / (double) Flight.RUDDER));
                out.writeStringField("drive", DRIVES[row[at + ShipRow.DRIVE_B] & 3]);
                out.writeNumberField("hull", row[at + ShipRow.HULL]);
                out.writeBooleanField("shielded", (flags & ShipRow.SHIELDED) != 0);
                out.writeBooleanField("arming", (flags & ShipRow.ARMING) != 0);
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private void torpedoes(JsonGenerator out, Frame frame, Sight sight) throws IOException {
        out.writeArrayFieldStart("torpedoes");
        for (int i = 0; i < sight.count(); i++) {
            if (sight.type(i) == OrbitSchema.TORPEDO) {
                Table table = frame.table(OrbitSchema.TORPEDO);
                int at = table.at(sight.slot(i));
                out.writeStartObject();
                out.writeNumberField("owner", table.rows()[at + TorpedoRow.OWNER]);
                out.writeNumberField("shot", table.rows()[at + TorpedoRow.SHOT]);
                seconds(out, "life", table.rows()[at + TorpedoRow.LIFE]);
                way(out, table.rows(), at + TorpedoRow.X);
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private void shards(JsonGenerator out, Frame frame, Sight sight) throws IOException {
        out.writeArrayFieldStart("shards");
        for (int i = 0; i < sight.count(); i++) {
            if (sight.type(i) == OrbitSchema.SHARD) {
                Table table = frame.table(OrbitSchema.SHARD);
                int at = table.at(sight.slot(i));
                out.writeStartObject();
                out.writeNumberField("worth", table.rows()[at + ShardRow.WORTH]);
                seconds(out, "life", table.rows()[at + ShardRow.LIFE]);
                way(out, table.rows(), at + ShardRow.X);
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    /** What only the owner may know; absent without a ship. */
    private void own(JsonGenerator out, Frame frame, int seat) throws IOException {
        if (seat < 0 || frame.id(OrbitSchema.SHIP, seat) == 0) {
            return;
        }
        Table table = frame.table(OrbitSchema.SHIP);
        int[] secrets = table.secrets();
        int at = table.secretAt(seat);
        out.writeObjectFieldStart("own");
        out.writeNumberField(
                "energy", rounded(secrets[at + ShipSecret.ENERGY] / Rules.ENERGY_GRID));
        seconds(out, "reload", secrets[at + ShipSecret.RELOAD]);
        seconds(out, "jump", secrets[at + ShipSecret.JUMP]);
        seconds(out, "arming", secrets[at + ShipSecret.ARMING]);
        seconds(out, "shield", secrets[at + ShipSecret.SHIELD]);
        out.writeEndObject();
    }

    private static void events(JsonGenerator out, Frame frame, Sight sight) throws IOException {
        out.writeArrayFieldStart("hits");
        int[] events = frame.events();
        for (int at = 0; at < events.length; at += Frame.EVENT_STRIDE) {
            if (events[at] == OrbitSchema.HIT
                    && events[at + 1] == OrbitSchema.SHIP
                    && sight.sees(OrbitSchema.SHIP, events[at + 2])) {
                out.writeStartObject();
                out.writeNumberField("seat", events[at + 2]);
                out.writeNumberField("by", events[at + 3]);
                out.writeNumberField("damage", events[at + 4]);
                out.writeEndObject();
            }
        }
        out.writeEndArray();
    }

    private void way(JsonGenerator out, int[] row, int at) throws IOException {
        out.writeNumberField("x", rounded(row[at] / Rules.GRID));
        out.writeNumberField("y", rounded(row[at + 1] / Rules.GRID));
        out.writeNumberField("vx", rounded(row[at + 2] / Rules.GRID * ticksPerSecond));
        out.writeNumberField("vy", rounded(row[at + 3] / Rules.GRID * ticksPerSecond));
    }

    private void seconds(JsonGenerator out, String name, int ticks) throws IOException {
        out.writeNumberField(name, rounded(ticks / (double) ticksPerSecond));
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
