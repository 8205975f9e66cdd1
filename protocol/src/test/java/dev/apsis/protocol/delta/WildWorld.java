package dev.apsis.protocol.delta;

import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A world in which anything may happen at any tick, from a seed: flight, shots, kicks, leaps, hits,
 * deaths, and slots that are used again at once. It keeps one promise only: what is silent falls as
 * predicted until its time is up. Owned by its test.
 */
final class WildWorld {
    static final int SEATS = 24;

    private static final int TORPEDOES = 48;
    private static final int SHARDS = 16;
    private static final int CIRCLE = 65536;

    private final SplittableRandom dice;
    private final OrbitMotion motion;
    private final int radius;
    private final Table ships = new Table(SEATS, ShipRow.LENGTH, ShipSecret.LENGTH);
    private final Table torpedoes = new Table(TORPEDOES, TorpedoRow.LENGTH, 0);
    private final Table shards = new Table(SHARDS, ShardRow.LENGTH, 0);
    private final int[] commands = new int[SEATS];
    private final int[] receipts = new int[SEATS * Frame.RECEIPT_STRIDE];
    private final List<int[]> events = new ArrayList<>();
    private int tick;
    private int lastId;

    WildWorld(SplittableRandom dice, OrbitMotion motion, int radius, int firstTick) {
        this.dice = dice;
        this.motion = motion;
        this.radius = radius;
        this.tick = firstTick;
    }

    int tick() {
        return tick;
    }

    void step() {
        fall(torpedoes, TorpedoRow.X, TorpedoRow.LIFE);
        fall(shards, ShardRow.X, ShardRow.LIFE);
        for (int seat = 0; seat < SEATS; seat++) {
            if (ships.id(seat) != 0) {
                stepShip(seat);
            }
            if (ships.id(seat) == 0 && chance(40)) {
                spawn(seat);
            }
        }
        if (chance(30)) {
            stray();
        }
        tick++;
    }

    Frame capture() {
        for (int i = 0; i < SEATS; i++) {
            receipts[2 * i] = tick - dice.nextInt(4);
            receipts[2 * i + 1] = chance(2) ? 0 : dice.nextInt(-90, 90);
        }
        int[] all = new int[events.size() * Frame.EVENT_STRIDE];
        for (int i = 0; i < events.size(); i++) {
            System.arraycopy(events.get(i), 0, all, i * Frame.EVENT_STRIDE, Frame.EVENT_STRIDE);
        }
        events.clear();
        List<Table> tables = List.of(ships.copy(), torpedoes.copy(), shards.copy());
        return new Frame(tick, tables, all, receipts.clone());
    }

    private void fall(Table table, int x, int life) {
        for (int slot = 0; slot < table.slots(); slot++) {
            if (table.id(slot) != 0) {
                int at = table.at(slot);
                motion.flight().fall(table.rows(), at + x, tick);
                if (--table.rows()[at + life] == 0 || chance(60)) {
                    table.ids()[slot] = 0;
                }
            }
        }
    }

    private void stepShip(int seat) {
        if (chance(12)) {
            commands[seat] = command();
        }
        int at = ships.at(seat);
        int secretAt = ships.secretAt(seat);
        int[] row = ships.rows();
        boolean armed = ships.secrets()[secretAt + ShipSecret.ARMING] == 1;
        var command = new Command(commands[seat]);
        motion.helm().fly(row, at, ships.secrets(), secretAt, command, tick);
        boolean lateKick = dice.nextBoolean();
        if (!lateKick && chance(50)) {
            kick(at);
        }
        if (armed) {
            launch(seat);
        }
        if (lateKick && chance(50)) {
            kick(at);
        }
        if (chance(100)) {
            ships.secrets()[secretAt + ShipSecret.ENERGY] = dice.nextInt(25_601);
        }
        if (chance(150)) {
            ships.ids()[seat] = 0;
            burst(at);
        }
    }

    private int command() {
        return Command.of(
                        dice.nextInt(4),
                        dice.nextInt(CIRCLE),
                        dice.nextBoolean(),
                        chance(4),
                        chance(4),
                        dice.nextBoolean(),
                        false)
                .packed();
    }

    private void kick(int at) {
        int[] row = ships.rows();
        if (chance(4)) {
            row[at + ShipRow.X] = anywhere();
            row[at + ShipRow.Y] = anywhere();
            row[at + ShipRow.FLAGS] ^= ShipRow.JUMPED;
        }
        if (chance(4)) {
            row[at + ShipRow.HEADING] = dice.nextInt(CIRCLE);
        }
        row[at + ShipRow.VX] += dice.nextInt(-200_000, 200_000);
        row[at + ShipRow.VY] += dice.nextInt(-2, 3);
        row[at + ShipRow.HULL] = dice.nextInt(128);
        int subject = dice.nextInt(3);
        event(OrbitSchema.HIT, subject, dice.nextInt(8), dice.nextInt(2048), dice.nextInt(128));
    }

    private void burst(int at) {
        for (int i = 0; i < 3; i++) {
            int slot = dice.nextInt(SHARDS);
            int shard = shards.at(slot);
            shards.ids()[slot] = ++lastId;
            shards.rows()[shard + ShardRow.WORTH] = dice.nextInt(64);
            shards.rows()[shard + ShardRow.LIFE] = dice.nextInt(1, 300);
            System.arraycopy(ships.rows(), at + ShipRow.X, shards.rows(), shard + ShardRow.X, 4);
            event(OrbitSchema.BURST, OrbitSchema.SHARD, slot, dice.nextInt(16), 0);
        }
    }

    private void launch(int seat) {
        int slot = dice.nextInt(TORPEDOES);
        torpedoes.ids()[slot] = ++lastId;
        torpedoes.rows()[torpedoes.at(slot) + TorpedoRow.SHOT] = dice.nextInt(256);
        motion.flight().launch(ships.rows(), ships.at(seat), torpedoes.rows(), torpedoes.at(slot));
    }

    /** A torpedo that no ship's way explains. */
    private void stray() {
        int slot = dice.nextInt(TORPEDOES);
        int at = torpedoes.at(slot);
        int[] row = torpedoes.rows();
        torpedoes.ids()[slot] = ++lastId;
        row[at + TorpedoRow.OWNER] = dice.nextInt(2048);
        row[at + TorpedoRow.LIFE] = dice.nextInt(1, 100);
        row[at + TorpedoRow.X] = anywhere();
        row[at + TorpedoRow.X + 1] = anywhere();
        row[at + TorpedoRow.X + 2] = dice.nextInt(-900_000, 900_000);
        row[at + TorpedoRow.X + 3] = dice.nextInt(-900_000, 900_000);
    }

    private void spawn(int seat) {
        int at = ships.at(seat);
        int[] row = ships.rows();
        ships.ids()[seat] = ++lastId;
        Arrays.fill(row, at, at + ShipRow.LENGTH, 0);
        row[at + ShipRow.SEAT] = seat;
        row[at + ShipRow.X] = anywhere();
        row[at + ShipRow.Y] = anywhere();
        row[at + ShipRow.HEADING] = dice.nextInt(CIRCLE);
        row[at + ShipRow.HULL] = 100;
        int secretAt = ships.secretAt(seat);
        Arrays.fill(ships.secrets(), secretAt, secretAt + ShipSecret.LENGTH, 0);
        ships.secrets()[secretAt + ShipSecret.ENERGY] = 25_600;
        ships.secrets()[secretAt + ShipSecret.JUMP] = dice.nextInt(4096);
    }

    private void event(int event, int type, int slot, int first, int second) {
        if (type != OrbitSchema.SHIP || slot < SEATS) {
            events.add(new int[] {event, type, slot, first, second, 0, 0});
        }
    }

    private int anywhere() {
        return chance(50)
                ? dice.nextInt(-2_097_152_000, 2_097_152_000)
                : dice.nextInt(-radius, radius) * CIRCLE;
    }

    private boolean chance(int oneIn) {
        return dice.nextInt(oneIn) == 0;
    }
}
