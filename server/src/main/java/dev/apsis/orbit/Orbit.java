package dev.apsis.orbit;

import dev.apsis.engine.game.CommandRules;
import dev.apsis.engine.game.Pilot;
import dev.apsis.engine.game.Simulation;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitMotion;

import java.util.List;

/**
 * One match of Orbit. Owned by its room's context.
 *
 * <p>A tick, in this order: whoever waits long enough spawns; every ship flies under its command;
 * whoever touches a star, planet or moon is destroyed.
 */
public final class Orbit implements Simulation {
    private final OrbitMotion motion;
    private final Ships ships;
    private final Spawns spawns;
    private final Commands commandRules;
    private int tick;

    public Orbit(Arena arena, int capacity, long seed) {
        this.motion = new OrbitMotion(arena);
        this.ships = new Ships(capacity);
        this.spawns = new Spawns(arena, new Dice(seed), motion);
        this.commandRules = new Commands(arena.ticksPerSecond());
    }

    @Override
    public int seats() {
        return ships.table().slots();
    }

    @Override
    public void join(int seat, Pilot pilot) {
        spawns.await(seat, tick + 1);
    }

    @Override
    public void leave(int seat) {
        ships.remove(seat);
        spawns.cancel(seat);
    }

    @Override
    public void step(int[] commands) {
        spawns.spawnDue(ships, tick);
        for (int seat = 0; seat < commands.length; seat++) {
            if (ships.alive(seat)) {
                fly(seat, new Command(commands[seat]));
            }
        }
        tick++;
        for (int seat = 0; seat < commands.length; seat++) {
            if (ships.alive(seat) && ships.touchesBody(seat, motion.flight().rails(), tick)) {
                ships.remove(seat);
                spawns.await(seat, tick + motion.helm().ticks(Spawns.RESPAWN_SECONDS));
            }
        }
    }

    private void fly(int seat, Command command) {
        Table table = ships.table();
        motion.helm()
                .fly(
                        table.rows(),
                        table.at(seat),
                        table.secrets(),
                        table.secretAt(seat),
                        command,
                        tick);
    }

    @Override
    public int tick() {
        return tick;
    }

    @Override
    public Frame capture(int[] receipts) {
        return new Frame(
                tick, List.of(ships.table().copy(), NO_TORPEDOES, NO_SHARDS), new int[0], receipts);
    }

    private static final Table NO_TORPEDOES = new Table(0, 7, 0);
    private static final Table NO_SHARDS = new Table(0, 6, 0);

    @Override
    public int score(int seat) {
        return 0;
    }

    @Override
    public CommandRules commandRules() {
        return commandRules;
    }

    @Override
    public long stateHash() {
        return ships.hash() * 31 + tick;
    }
}
