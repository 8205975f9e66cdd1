package dev.apsis.orbit;

import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipSecret;
import dev.apsis.protocol.orbit.Rules;

/** Shards that ships fly over are worth points and energy; those that touch a body burn. */
final class Pickups {
    private static final int ENERGY = (int) (Balance.SHARD_ENERGY * Rules.ENERGY_GRID);
    private static final int FULL = (int) (Rules.ENERGY_MAX * Rules.ENERGY_GRID);

    private Pickups() {}

    static void apply(World world, Encounters found) {
        for (int i = 0; i < found.pickups.size(); i++) {
            int slot = found.pickups.first(i);
            int seat = found.pickups.second(i);
            if (world.ships.alive(seat) && world.shards.used(slot)) {
                take(world, seat, slot);
            }
        }
        for (int i = 0; i < found.pickups.size(); i++) {
            if (world.ships.alive(found.pickups.second(i))) {
                free(world, found.pickups.first(i));
            }
        }
        for (int i = 0; i < found.burnt.size(); i++) {
            free(world, found.burnt.first(i));
        }
    }

    private static void take(World world, int seat, int slot) {
        int energy = world.ships.secret(seat, ShipSecret.ENERGY) + ENERGY;
        world.ships.setSecret(seat, ShipSecret.ENERGY, Math.min(FULL, energy));
        if (world.round.playing()) {
            int at = world.shards.table().at(slot);
            world.pilots.award(seat, world.shards.table().rows()[at + ShardRow.WORTH]);
            world.tally.add(Tally.SHARDS);
        }
    }

    private static void free(World world, int slot) {
        if (world.shards.used(slot)) {
            world.shards.free(slot);
        }
    }
}
