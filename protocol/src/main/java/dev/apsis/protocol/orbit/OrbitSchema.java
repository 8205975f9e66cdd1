package dev.apsis.protocol.orbit;

import static dev.apsis.protocol.schema.Kind.ANGLE;
import static dev.apsis.protocol.schema.Kind.CONSTANT;
import static dev.apsis.protocol.schema.Kind.COUNTDOWN;
import static dev.apsis.protocol.schema.Kind.EARLIER;
import static dev.apsis.protocol.schema.Kind.FLAGS;
import static dev.apsis.protocol.schema.Kind.LATER;
import static dev.apsis.protocol.schema.Kind.OWNER;
import static dev.apsis.protocol.schema.Kind.POSITION;
import static dev.apsis.protocol.schema.Kind.SCALAR;
import static dev.apsis.protocol.schema.Kind.VELOCITY;

import dev.apsis.protocol.schema.EntityType;
import dev.apsis.protocol.schema.EventType;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Schema;

import java.util.List;

/** Orbit's table: what a snapshot can say, and by which index our own code finds it in a row. */
public final class OrbitSchema {
    public static final int SHIP = 0;
    public static final int TORPEDO = 1;
    public static final int SHARD = 2;

    public static final int HIT = 0;
    public static final int BURST = 1;

    public static final int SEAT_BITS = 11;

    public static final Schema SCHEMA =
            new Schema(
                    List.of(
                            new EntityType(
                                    "ship",
                                    false,
                                    List.of(
                                            Field.of("seat", CONSTANT, SEAT_BITS),
                                            Field.lever("turnA", EARLIER, 8),
                                            Field.lever("turnB", LATER, 8),
                                            Field.of("driveA", EARLIER, 2),
                                            Field.of("driveB", LATER, 2),
                                            Field.of("x", POSITION, 32),
                                            Field.of("y", POSITION, 32),
                                            Field.of("vx", VELOCITY, 24),
                                            Field.of("vy", VELOCITY, 24),
                                            Field.of("heading", ANGLE, 16),
                                            Field.of("hull", SCALAR, 7),
                                            Field.of("flags", FLAGS, 3)),
                                    List.of(
                                            Field.of("energy", SCALAR, 15),
                                            Field.of("reload", COUNTDOWN, 8),
                                            Field.of("jump", COUNTDOWN, 12),
                                            Field.of("arming", COUNTDOWN, 5),
                                            Field.of("shield", COUNTDOWN, 10))),
                            new EntityType(
                                    "torpedo",
                                    true,
                                    List.of(
                                            Field.of("owner", OWNER, SEAT_BITS),
                                            Field.of("shot", CONSTANT, 8),
                                            Field.of("life", COUNTDOWN, 9),
                                            Field.of("x", POSITION, 32),
                                            Field.of("y", POSITION, 32),
                                            Field.of("vx", VELOCITY, 24),
                                            Field.of("vy", VELOCITY, 24)),
                                    List.of()),
                            new EntityType(
                                    "shard",
                                    true,
                                    List.of(
                                            Field.of("worth", CONSTANT, 6),
                                            Field.of("life", COUNTDOWN, 12),
                                            Field.of("x", POSITION, 32),
                                            Field.of("y", POSITION, 32),
                                            Field.of("vx", VELOCITY, 24),
                                            Field.of("vy", VELOCITY, 24)),
                                    List.of())),
                    List.of(
                            new EventType(
                                    "hit",
                                    List.of(
                                            Field.of("by", CONSTANT, SEAT_BITS),
                                            Field.of("damage", SCALAR, 7))),
                            new EventType("burst", List.of(Field.of("size", SCALAR, 4)))));

    private OrbitSchema() {}

    /** Indices of a ship's public fields. */
    public static final class ShipRow {
        public static final int SEAT = 0;
        public static final int TURN_A = 1;
        public static final int TURN_B = 2;
        public static final int DRIVE_A = 3;
        public static final int DRIVE_B = 4;
        public static final int X = 5;
        public static final int Y = 6;
        public static final int VX = 7;
        public static final int VY = 8;
        public static final int HEADING = 9;
        public static final int HULL = 10;
        public static final int FLAGS = 11;
        public static final int LENGTH = 12;

        public static final int SHIELDED = 1;
        public static final int ARMING = 2;
        public static final int JUMPED = 4;

        private ShipRow() {}
    }

    /** Indices of a ship's owner-only fields. */
    public static final class ShipSecret {
        public static final int ENERGY = 0;
        public static final int RELOAD = 1;
        public static final int JUMP = 2;
        public static final int ARMING = 3;
        public static final int SHIELD = 4;
        public static final int LENGTH = 5;

        private ShipSecret() {}
    }

    /** Indices of a torpedo's fields. */
    public static final class TorpedoRow {
        public static final int OWNER = 0;
        public static final int SHOT = 1;
        public static final int LIFE = 2;
        public static final int X = 3;
        public static final int LENGTH = 7;

        private TorpedoRow() {}
    }

    /** Indices of a shard's fields. */
    public static final class ShardRow {
        public static final int WORTH = 0;
        public static final int LIFE = 1;
        public static final int X = 2;
        public static final int LENGTH = 6;

        private ShardRow() {}
    }
}
