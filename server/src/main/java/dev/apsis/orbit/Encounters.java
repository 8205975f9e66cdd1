package dev.apsis.orbit;

import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rails;
import dev.apsis.protocol.orbit.Rules;

/**
 * Who met whom in the tick just flown: finds, and changes nothing in the world. Of several ships a
 * torpedo or shard meets, the first or nearest counts, and all of them if none is. Owned by its
 * simulation.
 */
final class Encounters {
    /** Pairs of torpedo and ship. */
    final Pairs hits = new Pairs();

    /** Pairs of two ships. */
    final Pairs rams = new Pairs();

    /** Pairs of ship and body. */
    final Pairs crashes = new Pairs();

    /** Pairs of shard and ship. */
    final Pairs pickups = new Pairs();

    /** Pairs of torpedo and body. */
    final Pairs blocked = new Pairs();

    /** Pairs of shard and body. */
    final Pairs burnt = new Pairs();

    private static final double HIT = (Rules.SHIP_RADIUS + Rules.TORPEDO_RADIUS) * Rules.GRID;
    private static final double RAM = 2 * Rules.SHIP_RADIUS * Rules.GRID;
    private static final double PICKUP = Balance.SHARD_REACH * Rules.GRID;

    private final World world;
    private final Grid grid;
    private final int freshLife;
    private final int unsafeLife;
    private final double fastest;

    Encounters(World world) {
        this.world = world;
        this.grid = new Grid(world.ships.count());
        this.freshLife = world.helm.ticks(Rules.TORPEDO_SECONDS);
        this.unsafeLife = freshLife - world.helm.ticks(Balance.OWNER_SAFE_SECONDS);
        this.fastest = world.wire(Rules.MAX_SPEED);
    }

    void find() {
        grid.fill(world.ships);
        world.rails.place(world.tick());
        findHits();
        findRams();
        findCrashes();
        findPickups();
    }

    private void findHits() {
        hits.clear();
        blocked.clear();
        int[] rows = world.torpedoes.table().rows();
        for (int slot = 0; slot < world.torpedoes.end(); slot++) {
            int at = world.torpedoes.table().at(slot);
            if (world.torpedoes.used(slot) && rows[at + TorpedoRow.LIFE] < freshLife) {
                int before = hits.size();
                findHit(slot, rows, at);
                int body = hits.size() > before ? -1 : bodyAt(rows, at + TorpedoRow.X, 0);
                if (body >= 0) {
                    blocked.add(slot, body);
                }
            }
        }
    }

    /** Both fly a straight line through the tick: the first ship that comes near enough is hit. */
    private void findHit(int slot, int[] rows, int at) {
        int owner = rows[at + TorpedoRow.OWNER];
        boolean ownerSafe = rows[at + TorpedoRow.LIFE] > unsafeLife;
        double vx = rows[at + TorpedoRow.X + 2];
        double vy = rows[at + TorpedoRow.X + 3];
        double x = rows[at + TorpedoRow.X];
        double y = rows[at + TorpedoRow.X + 1];
        double reach = HIT + fastest + Math.max(Math.abs(vx), Math.abs(vy)) / 2;
        double first = 2;
        int before = hits.size();
        grid.search(x - vx / 2, y - vy / 2, reach);
        for (int seat = grid.next(); seat >= 0; seat = grid.next()) {
            boolean spared = seat == owner ? ownerSafe : world.pilots.friends(seat, owner);
            double when = spared ? 2 : whenHit(seat, x, y, vx, vy);
            if (when < first) {
                hits.cut(before);
            }
            if (when < 2 && when <= first) {
                first = when;
                hits.add(slot, seat);
            }
        }
    }

    /** The part of the tick after which they are nearest, if that is near enough; 2 if not. */
    private double whenHit(int seat, double x, double y, double vx, double vy) {
        int[] ships = world.ships.table().rows();
        int at = world.ships.table().at(seat);
        double wayX = vx - ships[at + ShipRow.VX];
        double wayY = vy - ships[at + ShipRow.VY];
        double fromX = x - ships[at + ShipRow.X] - wayX;
        double fromY = y - ships[at + ShipRow.Y] - wayY;
        double way2 = wayX * wayX + wayY * wayY;
        double part = way2 == 0 ? 0 : -(fromX * wayX + fromY * wayY) / way2;
        part = Math.max(0, Math.min(1, part));
        double dx = fromX + wayX * part;
        double dy = fromY + wayY * part;
        return dx * dx + dy * dy <= HIT * HIT ? part : 2;
    }

    private void findRams() {
        rams.clear();
        int[] rows = world.ships.table().rows();
        for (int seat = 0; seat < world.ships.count(); seat++) {
            if (world.ships.alive(seat)) {
                int at = world.ships.table().at(seat);
                int x = rows[at + ShipRow.X];
                int y = rows[at + ShipRow.Y];
                grid.search(x, y, RAM);
                for (int other = grid.next(); other >= 0; other = grid.next()) {
                    if (other > seat && squaredToShip(other, x, y) < RAM * RAM) {
                        rams.add(seat, other);
                    }
                }
            }
        }
    }

    private void findCrashes() {
        crashes.clear();
        int[] rows = world.ships.table().rows();
        for (int seat = 0; seat < world.ships.count(); seat++) {
            if (world.ships.alive(seat)) {
                int at = world.ships.table().at(seat) + ShipRow.X;
                int body = bodyAt(rows, at, Rules.SHIP_RADIUS);
                if (body >= 0) {
                    crashes.add(seat, body);
                }
            }
        }
    }

    private void findPickups() {
        pickups.clear();
        burnt.clear();
        int[] rows = world.shards.table().rows();
        for (int slot = 0; slot < world.shards.end(); slot++) {
            if (world.shards.used(slot)) {
                int at = world.shards.table().at(slot) + ShardRow.X;
                findPickup(slot, rows[at], rows[at + 1]);
                int body = bodyAt(rows, at, 0);
                if (body >= 0) {
                    burnt.add(slot, body);
                }
            }
        }
    }

    private void findPickup(int slot, int x, int y) {
        double nearest = PICKUP * PICKUP;
        int before = pickups.size();
        grid.search(x, y, PICKUP);
        for (int seat = grid.next(); seat >= 0; seat = grid.next()) {
            double squared = squaredToShip(seat, x, y);
            if (squared < nearest) {
                pickups.cut(before);
            }
            if (squared <= nearest) {
                nearest = squared;
                pickups.add(slot, seat);
            }
        }
    }

    private double squaredToShip(int seat, double x, double y) {
        int[] rows = world.ships.table().rows();
        int at = world.ships.table().at(seat);
        double dx = rows[at + ShipRow.X] - x;
        double dy = rows[at + ShipRow.Y] - y;
        return dx * dx + dy * dy;
    }

    /** The body something of some radius touches, -1 if none. */
    private int bodyAt(int[] rows, int at, double radius) {
        Rails rails = world.rails;
        double x = rows[at] / Rules.GRID;
        double y = rows[at + 1] / Rules.GRID;
        for (int i = 0; i < rails.count(); i++) {
            double dx = rails.x(i) - x;
            double dy = rails.y(i) - y;
            double reach = rails.body(i).radiusUnits() + radius;
            if (dx * dx + dy * dy < reach * reach) {
                return i;
            }
        }
        return -1;
    }
}
