package dev.apsis.protocol.delta;

import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A fight at natural rates, from a seed: pilots at the keyboard round a star, who turn towards the
 * nearest other and shoot; hits, deaths, shards and bounces. Owned by its test.
 */
final class Skirmish {
    static final Arena ARENA =
            new Arena(
                    3000,
                    60,
                    List.of(
                            new Body(Body.Type.STAR, 160, 100_000_000, -1, 0, 0, 0),
                            new Body(Body.Type.PLANET, 70, 6_000_000, -1, 1350, 0, 1_022_611)));

    private static final int DAMAGE = 25;
    private static final int WAIT_TICKS = 180;
    private static final double TOUCH = 2 * Rules.SHIP_RADIUS * Rules.GRID;
    private static final double STRIKE = (Rules.SHIP_RADIUS + Rules.TORPEDO_RADIUS) * Rules.GRID;

    private final SplittableRandom dice;
    private final OrbitMotion motion = new OrbitMotion(ARENA);
    private final KeyboardPilot[] pilots;
    private final Table ships;
    private final Table torpedoes = new Table(512, TorpedoRow.LENGTH, 0);
    private final Table shards = new Table(512, ShardRow.LENGTH, 0);
    private final int[] waiting;
    private final int[] shots;
    private final int[] receipts;
    private final List<int[]> events = new ArrayList<>();
    private int tick;
    private int lastId;

    Skirmish(int seed, int seats) {
        dice = new SplittableRandom(seed);
        ships = new Table(seats, ShipRow.LENGTH, ShipSecret.LENGTH);
        waiting = new int[seats];
        shots = new int[seats];
        receipts = new int[seats * Frame.RECEIPT_STRIDE];
        pilots = new KeyboardPilot[seats];
        for (int seat = 0; seat < seats; seat++) {
            pilots[seat] = new KeyboardPilot(dice.split());
        }
    }

    void step() {
        fall(torpedoes, TorpedoRow.X, TorpedoRow.LIFE);
        fall(shards, ShardRow.X, ShardRow.LIFE);
        for (int seat = 0; seat < ships.slots(); seat++) {
            if (ships.id(seat) != 0) {
                fly(seat);
            } else if (waiting[seat]-- <= 0) {
                spawn(seat);
            }
        }
        tick++;
        for (int seat = 0; seat < ships.slots(); seat++) {
            if (ships.id(seat) != 0) {
                collide(seat);
            }
        }
    }

    Frame capture() {
        for (int i = 0; i < ships.slots(); i++) {
            receipts[2 * i] = tick;
            receipts[2 * i + 1] = dice.nextInt(8) == 0 ? dice.nextInt(1, 5) : receipts[2 * i + 1];
        }
        int[] all = events.stream().flatMapToInt(Arrays::stream).toArray();
        events.clear();
        List<Table> tables = List.of(ships.copy(), torpedoes.copy(), shards.copy());
        return new Frame(tick, tables, all, receipts.clone());
    }

    private void fall(Table table, int x, int life) {
        for (int slot = 0; slot < table.slots(); slot++) {
            if (table.id(slot) != 0) {
                int at = table.at(slot);
                motion.flight().fall(table.rows(), at + x, tick);
                boolean over = --table.rows()[at + life] == 0;
                if (over || insideBody(table.rows(), at + x)) {
                    table.ids()[slot] = 0;
                }
            }
        }
    }

    private void fly(int seat) {
        int at = ships.at(seat);
        int secretAt = ships.secretAt(seat);
        boolean armed = ships.secrets()[secretAt + ShipSecret.ARMING] == 1;
        Command command = pilots[seat].command(ships, seat);
        motion.helm().fly(ships.rows(), at, ships.secrets(), secretAt, command, tick);
        if (armed) {
            int slot = free(torpedoes);
            int torpedo = torpedoes.at(slot);
            torpedoes.ids()[slot] = ++lastId;
            torpedoes.rows()[torpedo + TorpedoRow.SHOT] = shots[seat]++ & 255;
            motion.flight().launch(ships.rows(), at, torpedoes.rows(), torpedo);
        }
    }

    private void collide(int seat) {
        int[] row = ships.rows();
        int at = ships.at(seat);
        for (int slot = 0; slot < torpedoes.slots(); slot++) {
            int torpedo = torpedoes.at(slot);
            boolean others = torpedoes.rows()[torpedo + TorpedoRow.OWNER] != seat;
            if (torpedoes.id(slot) != 0
                    && others
                    && near(row, at + ShipRow.X, torpedoes, torpedo + TorpedoRow.X, STRIKE)) {
                torpedoes.ids()[slot] = 0;
                row[at + ShipRow.HULL] = Math.max(0, row[at + ShipRow.HULL] - DAMAGE);
                int by = torpedoes.rows()[torpedo + TorpedoRow.OWNER];
                events.add(new int[] {OrbitSchema.HIT, OrbitSchema.SHIP, seat, by, DAMAGE, 0, 0});
            }
        }
        for (int other = 0; other < seat; other++) {
            if (ships.id(other) != 0
                    && near(row, at + ShipRow.X, ships, ships.at(other) + ShipRow.X, TOUCH)) {
                bounce(at, ships.at(other));
            }
        }
        if (row[at + ShipRow.HULL] == 0 || insideBody(row, at + ShipRow.X)) {
            burst(seat);
        }
    }

    private void bounce(int one, int other) {
        int[] row = ships.rows();
        for (int field = ShipRow.VX; field <= ShipRow.VY; field++) {
            int velocity = row[one + field];
            row[one + field] = row[other + field];
            row[other + field] = velocity;
        }
    }

    private void burst(int seat) {
        ships.ids()[seat] = 0;
        waiting[seat] = WAIT_TICKS;
        for (int i = dice.nextInt(3, 7); i > 0; i--) {
            int slot = free(shards);
            int at = shards.at(slot);
            int[] row = shards.rows();
            shards.ids()[slot] = ++lastId;
            row[at + ShardRow.WORTH] = 10;
            row[at + ShardRow.LIFE] = 600;
            System.arraycopy(ships.rows(), ships.at(seat) + ShipRow.X, row, at + ShardRow.X, 4);
            row[at + ShardRow.X + 2] += dice.nextInt(-100_000, 100_000);
            row[at + ShardRow.X + 3] += dice.nextInt(-100_000, 100_000);
        }
    }

    private void spawn(int seat) {
        int at = ships.at(seat);
        int[] row = ships.rows();
        int angle = dice.nextInt(Angles.CIRCLE);
        double far = dice.nextDouble(600, 2600) * Rules.GRID;
        double speed = dice.nextDouble(50, 250) * Rules.GRID / 60;
        Arrays.fill(row, at, at + ShipRow.LENGTH, 0);
        row[at + ShipRow.SEAT] = seat;
        row[at + ShipRow.X] = (int) (far * Angles.cos(angle));
        row[at + ShipRow.Y] = (int) (far * Angles.sin(angle));
        row[at + ShipRow.VX] = (int) (-speed * Angles.sin(angle));
        row[at + ShipRow.VY] = (int) (speed * Angles.cos(angle));
        row[at + ShipRow.HEADING] = angle;
        row[at + ShipRow.HULL] = 100;
        int secretAt = ships.secretAt(seat);
        Arrays.fill(ships.secrets(), secretAt, secretAt + ShipSecret.LENGTH, 0);
        ships.secrets()[secretAt + ShipSecret.ENERGY] = 25_600;
        ships.secrets()[secretAt + ShipSecret.SHIELD] = 120;
        ships.ids()[seat] = ++lastId;
    }

    private boolean insideBody(int[] row, int at) {
        motion.flight().rails().place(tick);
        double x = row[at] / Rules.GRID;
        double y = row[at + 1] / Rules.GRID;
        for (int i = 0; i < motion.flight().rails().count(); i++) {
            double dx = motion.flight().rails().x(i) - x;
            double dy = motion.flight().rails().y(i) - y;
            double reach = motion.flight().rails().body(i).radiusUnits();
            if (dx * dx + dy * dy < reach * reach) {
                return true;
            }
        }
        return false;
    }

    private static boolean near(int[] row, int at, Table other, int otherAt, double reach) {
        double dx = (double) row[at] - other.rows()[otherAt];
        double dy = (double) row[at + 1] - other.rows()[otherAt + 1];
        return dx * dx + dy * dy < reach * reach;
    }

    private static int free(Table table) {
        int slot = 0;
        while (table.id(slot) != 0) {
            slot++;
        }
        return slot;
    }
}
