package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rails;
import dev.apsis.protocol.orbit.Rules;

/**
 * Moves what a view shows on in time, by the very laws the server runs. Shared by the views of one
 * pilot, whose thread owns it.
 */
final class Lookahead {
    /** Nobody turns for ever: a stranger's turn fades out in so many seconds. */
    private static final double TURN_FADES_SECONDS = 0.15;

    private final OrbitMotion motion;
    private final Strides strides;
    private final int ticksPerSecond;
    private final int fadingTicks;

    Lookahead(Arena arena) {
        this.motion = new OrbitMotion(arena);
        this.strides = new Strides(arena);
        this.ticksPerSecond = arena.ticksPerSecond();
        this.fadingTicks = motion.helm().ticks(TURN_FADES_SECONDS);
    }

    /** Everything as it will be once some commands of one's own have been flown. */
    Sighting after(Sighting now, int[] commands) {
        int[] rows = now.rows().clone();
        int[] secrets = now.secrets().clone();
        for (int i = 0; i < now.count(); i++) {
            if (i == now.self()) {
                for (int n = 0; n < commands.length; n++) {
                    var command = new Command(commands[n]);
                    motion.helm().fly(rows, now.at(i), secrets, 0, command, now.tick() + n);
                }
            } else {
                goOn(now.types()[i], rows, now.at(i), now.tick(), commands.length);
            }
        }
        return now.movedTo(now.tick() + commands.length, rows, secrets);
    }

    /** Moves a row on as if its pilot changed nothing; its life runs down. */
    private void goOn(int type, int[] rows, int at, int tick, int ticks) {
        if (type != OrbitSchema.SHIP) {
            motion.drift(type, rows, at, tick, ticks);
            int life = at + (type == OrbitSchema.TORPEDO ? TorpedoRow.LIFE : ShardRow.LIFE);
            rows[life] = Math.max(0, rows[life] - ticks);
            return;
        }
        int turn = rows[at + ShipRow.TURN_B];
        for (int i = 0; i < ticks; i++) {
            rows[at + ShipRow.TURN_B] = turn * Math.max(0, fadingTicks - i) / fadingTicks;
            motion.drift(type, rows, at, tick + i, 1);
        }
    }

    /** Where an entry of a sighting will be. */
    Place where(Sighting now, int i, double seconds) {
        int[] row = new int[now.stride()];
        System.arraycopy(now.rows(), now.at(i), row, 0, row.length);
        int type = now.types()[i];
        goOn(type, row, 0, now.tick(), ticks(seconds));
        int x =
                switch (type) {
                    case OrbitSchema.SHIP -> ShipRow.X;
                    case OrbitSchema.TORPEDO -> TorpedoRow.X;
                    default -> ShardRow.X;
                };
        return place(row, x);
    }

    /** Where something without an engine will be. */
    Place fall(Thing thing, int tick, double seconds) {
        int[] row = {
            (int) Math.round(thing.x() * Rules.GRID),
            (int) Math.round(thing.y() * Rules.GRID),
            (int) Math.round(thing.vx() * Rules.GRID / ticksPerSecond),
            (int) Math.round(thing.vy() * Rules.GRID / ticksPerSecond)
        };
        int ticks = ticks(seconds);
        for (int i = 0; i < ticks; i++) {
            motion.flight().fall(row, 0, tick + i);
        }
        return place(row, 0);
    }

    /** A body at a tick. */
    Orb orb(int i, int tick) {
        Rails rails = motion.flight().rails();
        rails.place(tick + 1);
        double nextX = rails.x(i);
        double nextY = rails.y(i);
        rails.place(tick);
        return new Orb(
                rails.body(i),
                rails.x(i),
                rails.y(i),
                (nextX - rails.x(i)) * ticksPerSecond,
                (nextY - rails.y(i)) * ticksPerSecond);
    }

    Strides strides() {
        return strides;
    }

    int ticks(double seconds) {
        return (int) Math.max(0, Math.round(seconds * ticksPerSecond));
    }

    private Place place(int[] row, int x) {
        return new Place(
                row[x] / Rules.GRID,
                row[x + 1] / Rules.GRID,
                row[x + 2] * ticksPerSecond / Rules.GRID,
                row[x + 3] * ticksPerSecond / Rules.GRID);
    }
}
