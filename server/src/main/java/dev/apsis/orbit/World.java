package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.Flight;
import dev.apsis.protocol.orbit.Helm;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rails;

/**
 * Everything there is in a match, for the steps of its tick to work on. Owned by its simulation.
 */
final class World {
    final Arena arena;
    final boolean manyStars;
    final Mode mode;
    final Flight flight;
    final Helm helm;
    final Rails rails;
    final Memory memory = new Memory();
    final Dice dice;
    final Ships ships;
    final Slots torpedoes;
    final Slots shards;
    final Pilots pilots;
    final Attacks attacks;
    final Waiting waiting;
    final Tally tally;
    final Round round;
    final Events events = new Events();
    final News news = new News();

    private final int[] clock;

    World(Arena arena, int capacity, Mode mode, long seed) {
        var motion = new OrbitMotion(arena);
        this.arena = arena;
        this.manyStars =
                arena.bodies().stream().filter(body -> body.type() == Body.Type.STAR).count() > 1;
        this.mode = mode;
        this.flight = motion.flight();
        this.helm = motion.helm();
        this.rails = flight.rails();
        this.clock = memory.ints(1);
        this.dice = new Dice(memory, seed);
        this.ships = new Ships(memory, capacity);
        this.torpedoes =
                new Slots(memory, capacity * Balance.TORPEDOES_PER_SEAT, TorpedoRow.LENGTH);
        this.shards = new Slots(memory, capacity * Balance.SHARDS_PER_SEAT, ShardRow.LENGTH);
        this.pilots = new Pilots(memory, capacity);
        this.attacks = new Attacks(memory, capacity, dice, helm.ticks(Balance.CREDIT_SECONDS));
        this.waiting = new Waiting(memory, capacity);
        this.tally = new Tally(memory);
        this.round = new Round(memory);
    }

    int tick() {
        return clock[0];
    }

    void tickOn() {
        clock[0]++;
    }

    /** A speed of the rules, in units per second, as wire integers per tick. */
    double wire(double unitsPerSecond) {
        return unitsPerSecond * 65536 / arena.ticksPerSecond();
    }

    static int rounded(double value) {
        return (int) Math.floor(value + 0.5);
    }
}
