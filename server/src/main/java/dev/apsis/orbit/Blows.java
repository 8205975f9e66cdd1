package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rails;
import dev.apsis.protocol.orbit.Rules;

/**
 * What encounters do to hulls and ways. Ships whose hull is gone are listed, in order, for {@link
 * Endings}. Owned by its simulation.
 */
final class Blows {
    private static final int NOBODY = -1;

    /** Pairs of ship and code of the cause. */
    final Pairs doomed = new Pairs();

    private final World world;
    private final Rails railsBefore;
    private final int drainTicks;

    Blows(World world) {
        this.world = world;
        this.railsBefore = new Rails(world.arena);
        this.drainTicks = world.helm.ticks(1 / Balance.DRAIN);
    }

    void apply(Encounters found) {
        doomed.clear();
        applyHits(found);
        for (int i = 0; i < found.rams.size(); i++) {
            ram(found.rams.first(i), found.rams.second(i));
        }
        for (int i = 0; i < found.crashes.size(); i++) {
            crash(found.crashes.first(i), found.crashes.second(i));
        }
        drain();
    }

    private void applyHits(Encounters found) {
        Slots torpedoes = world.torpedoes;
        int[] rows = torpedoes.table().rows();
        for (int i = 0; i < found.hits.size(); i++) {
            int slot = found.hits.first(i);
            int owner = rows[torpedoes.table().at(slot) + TorpedoRow.OWNER];
            strike(found.hits.second(i), owner, Balance.TORPEDO_DAMAGE, Cause.TORPEDO);
            world.tally.add(Tally.HITS);
        }
        for (int i = 0; i < found.hits.size(); i++) {
            torpedoes.free(found.hits.first(i));
        }
        for (int i = 0; i < found.blocked.size(); i++) {
            torpedoes.free(found.blocked.first(i));
        }
    }

    /** Equal masses: what one loses along the line between them, the other gains, to the bit. */
    private void ram(int seat, int other) {
        int[] rows = world.ships.table().rows();
        int a = world.ships.table().at(seat);
        int b = world.ships.table().at(other);
        double dx = (double) rows[b + ShipRow.X] - rows[a + ShipRow.X];
        double dy = (double) rows[b + ShipRow.Y] - rows[a + ShipRow.Y];
        double length = Math.sqrt(dx * dx + dy * dy);
        double nx = length == 0 ? 1 : dx / length;
        double ny = length == 0 ? 0 : dy / length;
        double approach =
                (rows[a + ShipRow.VX] - rows[b + ShipRow.VX]) * nx
                        + (rows[a + ShipRow.VY] - rows[b + ShipRow.VY]) * ny;
        double part = Math.max(approach * Balance.BOUNCE, world.wire(Balance.PART_SPEED));
        double push = (approach + part) / 2;
        if (push > 0) {
            int px = World.rounded(push * nx);
            int py = World.rounded(push * ny);
            rows[a + ShipRow.VX] -= px;
            rows[a + ShipRow.VY] -= py;
            rows[b + ShipRow.VX] += px;
            rows[b + ShipRow.VY] += py;
        }
        int damage = damage(approach, Balance.RAM_DAMAGE);
        if (damage > 0 && !world.pilots.friends(seat, other)) {
            strike(seat, other, damage, Cause.RAM);
            strike(other, seat, damage, Cause.RAM);
        }
    }

    private void crash(int seat, int body) {
        if (world.rails.body(body).type() == Body.Type.STAR) {
            strike(seat, NOBODY, Balance.HULL, Cause.STAR);
            return;
        }
        railsBefore.place(world.tick() - 1);
        int[] rows = world.ships.table().rows();
        int at = world.ships.table().at(seat);
        double dx = rows[at + ShipRow.X] / Rules.GRID - world.rails.x(body);
        double dy = rows[at + ShipRow.Y] / Rules.GRID - world.rails.y(body);
        double length = Math.max(1, Math.sqrt(dx * dx + dy * dy));
        double nx = dx / length;
        double ny = dy / length;
        double railX = (world.rails.x(body) - railsBefore.x(body)) * Rules.GRID;
        double railY = (world.rails.y(body) - railsBefore.y(body)) * Rules.GRID;
        double approach =
                (railX - rows[at + ShipRow.VX]) * nx + (railY - rows[at + ShipRow.VY]) * ny;
        if (approach > 0) {
            double part = Math.max(approach * Balance.BOUNCE, world.wire(Balance.PART_SPEED));
            rows[at + ShipRow.VX] += World.rounded((approach + part) * nx);
            rows[at + ShipRow.VY] += World.rounded((approach + part) * ny);
            int damage = damage(approach, Balance.PLANET_DAMAGE);
            strike(seat, NOBODY, Balance.PLANET_LEAST_DAMAGE + damage, Cause.PLANET);
        }
    }

    private void drain() {
        if (world.tick() % drainTicks != 0) {
            return;
        }
        double limit = world.arena.radiusUnits() * Balance.DRAIN_RADII;
        for (int seat = 0; seat < world.ships.count(); seat++) {
            if (world.ships.alive(seat)) {
                double x = world.ships.get(seat, ShipRow.X) / Rules.GRID;
                double y = world.ships.get(seat, ShipRow.Y) / Rules.GRID;
                if (x * x + y * y > limit * limit) {
                    wear(seat, 1, Cause.BORDER);
                }
            }
        }
    }

    /** A blow on a ship; {@code by} is credited unless it is nobody or the ship itself. */
    private void strike(int seat, int by, int damage, Cause cause) {
        boolean spared = world.ships.shielded(seat) && cause != Cause.STAR;
        int felt = spared ? 0 : Math.min(damage, Balance.HULL);
        world.events.hit(seat, by == NOBODY ? seat : by, felt);
        if (felt > 0 && by != NOBODY && by != seat) {
            world.attacks.record(seat, by, felt, world.tick());
        }
        wear(seat, felt, cause);
    }

    private void wear(int seat, int damage, Cause cause) {
        int hull = world.ships.hull(seat);
        if (hull > 0 && damage > 0) {
            world.ships.set(seat, ShipRow.HULL, Math.max(0, hull - damage));
            if (damage >= hull) {
                doomed.add(seat, cause.code());
            }
        }
    }

    /** Hull lost by an impact, {@code approach} in wire integers per tick. */
    private int damage(double approach, double perUnit) {
        double speed = approach / world.wire(1) - Balance.GENTLE_SPEED;
        return speed <= 0 ? 0 : (int) Math.floor(speed * perUnit);
    }
}
