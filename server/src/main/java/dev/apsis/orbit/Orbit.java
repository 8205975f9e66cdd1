package dev.apsis.orbit;

import dev.apsis.engine.game.CommandRules;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Pilot;
import dev.apsis.engine.game.Simulation;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.Arena;

import java.util.List;

/**
 * One match of Orbit. Owned by its room's context. The order of its tick is a public promise, which
 * docs/GAME.md lists by the same numbers as {@link #step}.
 */
public final class Orbit implements Simulation {
    private final World world;
    private final Spawns spawns;
    private final Pilotage pilotage;
    private final Encounters encounters;
    private final Blows blows;
    private final Endings endings;
    private final Commands commandRules;

    public Orbit(GameSettings settings, long seed) {
        this.world = new World(settings.arena(), settings.capacity(), Mode.of(settings), seed);
        this.spawns = new Spawns(world);
        this.pilotage = new Pilotage(world);
        this.encounters = new Encounters(world);
        this.blows = new Blows(world);
        this.endings = new Endings(world);
        this.commandRules = new Commands(settings.arena().ticksPerSecond());
    }

    public Orbit(Arena arena, int capacity, long seed) {
        this(GameSettings.freeForAll(arena, capacity), seed);
    }

    @Override
    public int seats() {
        return world.ships.count();
    }

    @Override
    public void join(int seat, Pilot pilot) {
        int side = world.mode.sideFor(world);
        world.pilots.seat(seat, pilot.bot(), side);
        world.waiting.await(seat, world.tick());
        if (side != Pilots.NO_SIDE) {
            world.news.tell(new Fact.Sided(world.tick(), seat, side));
        }
    }

    @Override
    public void leave(int seat) {
        world.pilots.leave(seat);
        world.ships.remove(seat);
        world.waiting.cancel(seat);
        world.attacks.forgetAttacker(seat);
        pilotage.disarm(seat);
    }

    @Override
    public void step(int[] commands) {
        world.round.run(world); // 1
        spawns.run(); // 2
        Drifts.run(world); // 3
        pilotage.run(commands); // 4
        world.tickOn();
        encounters.find(); // 5
        blows.apply(encounters); // 6
        endings.settle(blows.doomed); // 7
        Pickups.apply(world, encounters); // 8
    }

    @Override
    public int tick() {
        return world.tick();
    }

    @Override
    public Frame capture(int[] receipts) {
        return new Frame(
                world.tick(),
                List.of(
                        world.ships.table().copy(),
                        world.torpedoes.table().copy(),
                        world.shards.table().copy()),
                world.events.drain(world.ships),
                receipts);
    }

    @Override
    public int score(int seat) {
        return world.pilots.score(seat);
    }

    @Override
    public int side(int seat) {
        return world.pilots.side(seat);
    }

    @Override
    public List<Fact> drainNews() {
        return world.news.drain();
    }

    @Override
    public CommandRules commandRules() {
        return commandRules;
    }

    @Override
    public long stateHash() {
        return world.memory.hash();
    }

    /** The whole match as bytes, dice and timers included. */
    public byte[] save() {
        return world.memory.save();
    }

    /** Goes on, bit for bit, where a match of the same settings was saved. */
    public void restore(byte[] saved) {
        world.memory.restore(saved);
    }

    /** The round as it stands now, told like one that has ended. */
    public Fact.Entered standing() {
        return world.round.standing(world);
    }

    public Tally tally() {
        return world.tally;
    }

    World world() {
        return world;
    }

    /** Who met whom in the last tick. */
    Encounters encounters() {
        return encounters;
    }
}
