package dev.apsis.orbit.bot;

import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Lookout;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.Arena;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * All house bots of one room: shown each frame, they say what they do in the ticks after it. Each
 * thinks only every few frames, its own ones, so that many cost little. Owned by one thread; the
 * same seed and frames give the same commands.
 */
public final class Crew {
    private final Arena arena;
    private final long seed;
    private final Senses senses;
    private final Foresight foresight;
    private final Gunner gunner;
    private final Evasion evasion;
    private final @Nullable Bot[] bots;
    private final int[] sides;
    private final int[] commands;
    private int frames;

    public Crew(Arena arena, int seats, long seed) {
        Lookout lookout = new OrbitLookout();
        this.arena = arena;
        this.seed = seed;
        this.senses = new Senses(lookout, arena.ticksPerSecond());
        this.foresight = new Foresight(arena);
        this.gunner = new Gunner(foresight, arena.ticksPerSecond());
        this.evasion = new Evasion(foresight, arena);
        this.bots = new Bot[seats];
        this.sides = new int[seats];
        this.commands = new int[seats];
    }

    /** A bot takes a seat; levels go from 1 to 5. */
    public void add(int seat, int level) {
        bots[seat] = new Bot(this, Level.of(level), seed + seat);
        commands[seat] = 0;
    }

    public void remove(int seat) {
        bots[seat] = null;
        commands[seat] = 0;
    }

    public boolean has(int seat) {
        return bots[seat] != null;
    }

    /** What every player is told as well. */
    public void hear(Fact fact) {
        if (fact instanceof Fact.Sided(int tick, int seat, int side)) {
            sides[seat] = side;
        }
    }

    /** Forgets who is on which side: they are told anew. */
    public void forgetSides() {
        Arrays.fill(sides, 0);
    }

    /** Lets those think whose frame it is. */
    public void watch(Frame frame) {
        frames++;
        for (int seat = 0; seat < bots.length; seat++) {
            Bot bot = bots[seat];
            if (bot != null && bot.turn(frames + seat)) {
                commands[seat] = senses.look(frame, seat) ? bot.think(senses) : 0;
            }
        }
    }

    /** What a bot does until its next thought. */
    public int command(int seat) {
        return commands[seat];
    }

    boolean hostile(int seat, int other) {
        return seat != other && (sides[seat] == 0 || sides[seat] != sides[other]);
    }

    Arena arena() {
        return arena;
    }

    Foresight foresight() {
        return foresight;
    }

    Gunner gunner() {
        return gunner;
    }

    Evasion evasion() {
        return evasion;
    }
}
