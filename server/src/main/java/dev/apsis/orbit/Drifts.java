package dev.apsis.orbit;

import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

/** Torpedoes and shards fall, each until its time is up. Stateless. */
final class Drifts {
    private Drifts() {}

    static void run(World world) {
        fall(world, world.torpedoes, TorpedoRow.LIFE, TorpedoRow.X);
        fall(world, world.shards, ShardRow.LIFE, ShardRow.X);
    }

    private static void fall(World world, Slots things, int life, int x) {
        int[] rows = things.table().rows();
        int end = things.end();
        for (int slot = 0; slot < end; slot++) {
            if (things.used(slot)) {
                int at = things.table().at(slot);
                if (--rows[at + life] == 0) {
                    things.free(slot);
                } else {
                    world.flight.fall(rows, at + x, world.tick());
                }
            }
        }
    }
}
