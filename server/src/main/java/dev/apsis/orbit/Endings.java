package dev.apsis.orbit;

import dev.apsis.engine.game.Fact;
import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import java.util.ArrayList;
import java.util.List;

/**
 * The end of ships: who is credited, and what is left of them. Everybody who dies in a tick is
 * judged by how the tick began, so that no order among them matters. Owned by its simulation.
 */
final class Endings {
    private final World world;
    private final int respawnTicks;
    private final int wreckTicks;
    private final int shardTicks;

    Endings(World world) {
        this.world = world;
        this.respawnTicks = world.helm.ticks(Balance.RESPAWN_SECONDS);
        this.wreckTicks = world.helm.ticks(Balance.WRECK_SECONDS);
        this.shardTicks = world.helm.ticks(Balance.SHARD_SECONDS);
    }

    /** Takes pairs of ship and code of the cause. */
    void settle(Pairs doomed) {
        boolean counts = world.round.playing() && world.mode.counts(world);
        for (int i = 0; i < doomed.size(); i++) {
            judge(doomed.first(i), Cause.of(doomed.second(i)), counts);
        }
        for (int i = 0; i < doomed.size(); i++) {
            int killer = world.attacks.last(doomed.first(i), world.tick());
            if (counts && killer >= 0) {
                world.pilots.countKill(killer);
            }
        }
        for (int i = 0; i < doomed.size(); i++) {
            burst(doomed.first(i), counts);
        }
    }

    private void judge(int victim, Cause cause, boolean counts) {
        int killer = world.attacks.last(victim, world.tick());
        boolean bounty = world.pilots.streak(victim) >= Balance.BOUNTY_STREAK && killer >= 0;
        List<Integer> assists = assists(victim, killer);
        if (counts) {
            world.tally.addDeath(cause);
            award(victim, killer, bounty, assists);
        }
        world.news.tell(
                new Fact.Downed(world.tick(), victim, killer, assists, cause.word(), bounty));
    }

    private void award(int victim, int killer, boolean bounty, List<Integer> assists) {
        if (killer < 0) {
            world.pilots.award(victim, Balance.SUICIDE_SCORE);
            world.tally.add(Tally.SUICIDES);
            return;
        }
        world.pilots.award(killer, Balance.KILL_SCORE);
        world.tally.add(Tally.KILLS);
        if (bounty) {
            world.pilots.award(killer, Balance.BOUNTY_SCORE);
            world.tally.add(Tally.BOUNTIES);
        }
        for (int assistant : assists) {
            world.pilots.award(assistant, Balance.ASSIST_SCORE);
            world.tally.add(Tally.ASSISTS);
        }
    }

    private List<Integer> assists(int victim, int killer) {
        List<Integer> assists = new ArrayList<>();
        for (int seat = 0; seat < world.pilots.seats(); seat++) {
            boolean helped =
                    seat != killer
                            && world.pilots.present(seat)
                            && world.attacks.damage(victim, seat, world.tick())
                                    >= Balance.ASSIST_DAMAGE;
            if (helped) {
                assists.add(seat);
            }
        }
        return assists;
    }

    private void burst(int victim, boolean counts) {
        if (counts) {
            world.pilots.countDeath(victim);
        }
        int span = Balance.MOST_SHARDS - Balance.LEAST_SHARDS + 1;
        int count = Balance.LEAST_SHARDS + world.dice.below(span);
        for (int i = 0; i < count; i++) {
            scatter(victim);
        }
        world.events.burst(victim, count);
        world.ships.wrecked(victim, wreckTicks);
        world.attacks.forget(victim);
        int tick = world.tick() + respawnTicks;
        world.waiting.await(victim, tick);
        world.mode.afterDeath(world, tick);
    }

    private void scatter(int victim) {
        int slot = world.shards.take();
        if (slot < 0) {
            return;
        }
        int angle = world.dice.below(Angles.CIRCLE);
        double speed = world.wire(world.dice.between(0.3, 1) * Balance.SHARD_SPEED);
        int[] rows = world.shards.table().rows();
        int at = world.shards.table().at(slot);
        rows[at + ShardRow.WORTH] = Balance.SHARD_SCORE;
        rows[at + ShardRow.LIFE] = shardTicks;
        int x = at + ShardRow.X;
        Ships ships = world.ships;
        rows[x] = ships.get(victim, ShipRow.X);
        rows[x + 1] = ships.get(victim, ShipRow.Y);
        rows[x + 2] =
                World.rounded(ships.get(victim, ShipRow.VX) * 0.5 + speed * Angles.cos(angle));
        rows[x + 3] =
                World.rounded(ships.get(victim, ShipRow.VY) * 0.5 + speed * Angles.sin(angle));
    }
}
