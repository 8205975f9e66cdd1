package dev.apsis.protocol.orbit;

import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;

/**
 * The laws of motion, one tick at a time, on rows of wire integers: the server's simulation, a
 * bot's look ahead and the browser's prediction are this one function. Only + - * /, sqrt, floor
 * and tables, so that every machine agrees to the bit. Owned by one thread: it remembers the rails.
 */
public final class Flight {
    /** A rudder's full deflection, either way. */
    public static final int RUDDER = 127;

    /** From a ship's middle to where its torpedoes appear. */
    private static final double MUZZLE =
            (Rules.SHIP_RADIUS + Rules.TORPEDO_RADIUS + 1) * Rules.GRID;

    private static final double FAR = 32_000 * Rules.GRID;

    private final Rails rails;
    private final double radius;

    /** Of each body: the square of its radius, within which it pulls no stronger; its pull. */
    private final double[] cores2;

    private final double[] pulls;
    private final double thrustPerTick;
    private final double dragPerTick;
    private final double borderPerTick;
    private final double turnPerTick;
    private final double fastest;
    private final double muzzlePerTick;
    private final int torpedoTicks;

    public Flight(Arena arena) {
        double ticks = arena.ticksPerSecond();
        this.rails = new Rails(arena);
        this.radius = arena.radiusUnits();
        this.cores2 = new double[rails.count()];
        this.pulls = new double[rails.count()];
        for (int i = 0; i < rails.count(); i++) {
            double core = rails.body(i).radiusUnits();
            cores2[i] = core * core;
            pulls[i] = rails.body(i).pull() * (Rules.GRID / (ticks * ticks));
        }
        this.thrustPerTick = Rules.THRUST * Rules.GRID / (ticks * ticks);
        this.dragPerTick = Rules.DRAG / ticks;
        this.borderPerTick = Rules.BORDER_PUSH * Rules.GRID / (ticks * ticks);
        this.turnPerTick = Rules.TURN_RADIANS / ticks * (Angles.CIRCLE / 6.283185307179586);
        this.fastest = Rules.MAX_SPEED * Rules.GRID / ticks;
        this.muzzlePerTick = Rules.TORPEDO_SPEED * Rules.GRID / ticks;
        this.torpedoTicks = (int) Math.floor(Rules.TORPEDO_SECONDS * ticks + 0.5);
    }

    public Rails rails() {
        return rails;
    }

    /** Moves a ship from {@code tick} to the next under a rudder (-127 to 127) and a drive. */
    public void ship(int[] row, int at, int rudder, int drive, int tick) {
        int heading = (row[at + ShipRow.HEADING] + turn(rudder)) & 0xffff;
        row[at + ShipRow.HEADING] = heading;
        double push = thrustPerTick * Drive.factor(drive);
        move(
                row,
                at + ShipRow.X,
                tick,
                Angles.cos(heading) * push,
                Angles.sin(heading) * push,
                dragPerTick);
    }

    /** Moves what only falls; {@code at} is where its x stands, with y, vx and vy behind. */
    public void fall(int[] row, int at, int tick) {
        move(row, at, tick, 0, 0, 0);
    }

    /**
     * The torpedo that leaves the tube of a ship, at its nose and with its way; all but the number
     * of its shot.
     */
    public void launch(int[] ship, int at, int[] torpedo, int torpedoAt) {
        double cos = Angles.cos(ship[at + ShipRow.HEADING]);
        double sin = Angles.sin(ship[at + ShipRow.HEADING]);
        int x = torpedoAt + TorpedoRow.X;
        torpedo[torpedoAt + TorpedoRow.OWNER] = ship[at + ShipRow.SEAT];
        torpedo[torpedoAt + TorpedoRow.LIFE] = torpedoTicks;
        torpedo[x] = place(ship[at + ShipRow.X], (int) Math.floor(cos * MUZZLE + 0.5));
        torpedo[x + 1] = place(ship[at + ShipRow.Y], (int) Math.floor(sin * MUZZLE + 0.5));
        setVelocity(
                torpedo,
                x + 2,
                ship[at + ShipRow.VX] + cos * muzzlePerTick,
                ship[at + ShipRow.VY] + sin * muzzlePerTick);
    }

    /** How far a rudder turns a ship in a tick. */
    public int turn(int rudder) {
        return (int) Math.floor(rudder * turnPerTick / RUDDER + 0.5);
    }

    /** The rudder that brings a heading as near to the wanted one as a tick allows. */
    public int rudderTowards(int heading, int wanted) {
        double rudder = Math.floor(Angles.between(heading, wanted) * RUDDER / turnPerTick + 0.5);
        return (int) Math.max(-RUDDER, Math.min(RUDDER, rudder));
    }

    private void move(int[] row, int at, int tick, double pushX, double pushY, double drag) {
        rails.place(tick);
        double x = row[at] / Rules.GRID;
        double y = row[at + 1] / Rules.GRID;
        double ax = pushX;
        double ay = pushY;
        for (int i = 0; i < rails.count(); i++) {
            double dx = rails.x(i) - x;
            double dy = rails.y(i) - y;
            double r2 = dx * dx + dy * dy;
            double d2 = r2 < cores2[i] ? cores2[i] : r2;
            double pull = pulls[i] / (d2 * Math.sqrt(d2));
            ax += dx * pull;
            ay += dy * pull;
        }
        double away2 = x * x + y * y;
        if (away2 > radius * radius) {
            double outside = Math.sqrt(away2) - radius;
            double push = borderPerTick * outside / (outside + radius);
            ax -= x * push;
            ay -= y * push;
        }
        double vx = row[at + 2];
        double vy = row[at + 3];
        vx += ax - vx * drag;
        vy += ay - vy * drag;
        setVelocity(row, at + 2, vx, vy);
        row[at] = place(row[at], row[at + 2]);
        row[at + 1] = place(row[at + 1], row[at + 3]);
    }

    private void setVelocity(int[] row, int at, double vx, double vy) {
        double speed2 = vx * vx + vy * vy;
        double part = speed2 > fastest * fastest ? fastest / Math.sqrt(speed2) : 1;
        row[at] = (int) Math.floor(vx * part + 0.5);
        row[at + 1] = (int) Math.floor(vy * part + 0.5);
    }

    private static int place(int from, int velocity) {
        double to = (double) from + velocity;
        return (int) Math.max(-FAR, Math.min(FAR, to));
    }
}
