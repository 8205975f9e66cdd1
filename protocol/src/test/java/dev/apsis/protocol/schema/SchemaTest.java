package dev.apsis.protocol.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The table that both ends must share, and by whose hash they know. */
class SchemaTest {
    private static final Field LIFE = Field.of("life", Kind.COUNTDOWN, 8);

    @Test
    void theHashIsThatOfTheText() {
        var schema = schema(false, LIFE);
        assertEquals("type thing life:COUNTDOWN+8 |\nevent bang\n", schema.text());
        assertEquals(fnv1a(schema.text()), schema.hash());
    }

    @Test
    void anyChangeShowsInTheHash() {
        int hash = schema(false, LIFE).hash();
        assertEquals(hash, schema(false, LIFE).hash());
        assertNotEquals(hash, schema(true, LIFE).hash());
        assertNotEquals(hash, schema(false, Field.of("life", Kind.COUNTDOWN, 9)).hash());
        assertNotEquals(hash, schema(false, Field.of("time", Kind.COUNTDOWN, 8)).hash());
        assertNotEquals(hash, schema(false, Field.of("life", Kind.SCALAR, 8)).hash());
        assertNotEquals(hash, schema(false, Field.lever("life", Kind.COUNTDOWN, 8)).hash());
        assertNotEquals(hash, schema(false, LIFE, LIFE).hash());
    }

    @Test
    void anIndexNeedsNoMoreBitsThanItMust() {
        int[] bits = {0, 0, 1, 2, 2, 3, 3, 3, 3, 4};
        for (int count = 0; count < bits.length; count++) {
            assertEquals(bits[count], Schema.bitsFor(count), count + " things");
        }
    }

    @Test
    void aSilentTypeNeedsAnEnd() {
        Field level = Field.of("level", Kind.SCALAR, 3);
        assertThrows(IllegalArgumentException.class, () -> schema(true, level));
    }

    @Test
    void orbitsIndicesAreThoseOfItsTable() {
        Schema orbit = OrbitSchema.SCHEMA;
        EntityType ship = orbit.type(OrbitSchema.SHIP);
        assertEquals(ShipRow.LENGTH, ship.fields().size());
        assertEquals(ShipRow.SEAT, ship.field("seat"));
        assertEquals(ShipRow.TURN_A, ship.field("turnA"));
        assertEquals(ShipRow.DRIVE_B, ship.field("driveB"));
        assertEquals(ShipRow.X, ship.field("x"));
        assertEquals(ShipRow.VY, ship.field("vy"));
        assertEquals(ShipRow.HEADING, ship.field("heading"));
        assertEquals(ShipRow.HULL, ship.field("hull"));
        assertEquals(ShipRow.FLAGS, ship.field("flags"));
        assertEquals(ShipSecret.LENGTH, ship.secrets().size());
        assertEquals(ShipSecret.ENERGY, ship.secret("energy"));
        assertEquals(ShipSecret.SHIELD, ship.secret("shield"));
        EntityType torpedo = orbit.type(OrbitSchema.TORPEDO);
        assertEquals(TorpedoRow.LENGTH, torpedo.fields().size());
        assertEquals(TorpedoRow.LIFE, torpedo.lifetime());
        assertEquals(TorpedoRow.X, torpedo.field("x"));
        assertTrue(torpedo.launched());
        EntityType shard = orbit.type(OrbitSchema.SHARD);
        assertEquals(ShardRow.LENGTH, shard.fields().size());
        assertEquals(ShardRow.LIFE, shard.lifetime());
        assertEquals(ShardRow.X, shard.field("x"));
        assertFalse(shard.launched());
    }

    @Test
    void anEarlierControlStandsRightBeforeItsLater() {
        for (EntityType type : OrbitSchema.SCHEMA.types()) {
            for (int i = 0; i < type.fields().size(); i++) {
                if (type.fields().get(i).kind() == Kind.EARLIER) {
                    assertEquals(Kind.LATER, type.fields().get(i + 1).kind());
                }
            }
        }
    }

    private static Schema schema(boolean silent, Field... fields) {
        var thing = new EntityType("thing", silent, List.of(fields), List.of());
        return new Schema(List.of(thing), List.of(new EventType("bang", List.of())));
    }

    private static int fnv1a(String text) {
        int hash = 0x811c9dc5;
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            hash = (hash ^ b) * 0x01000193;
        }
        return hash;
    }
}
