package dev.apsis.link;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rules;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * One flight, from a welcome to the end of its connection: the browser client's flight.ts, and what
 * is measured of it. Owned by its pilot.
 */
final class PageFlight {
    private static final int MOST_STAMPED_TICKS =
            PageConstants.of("flight.ts").whole("MOST_STAMPED_TICKS");

    final Mirror mirror;
    final PageClock clock = new PageClock(World.TICKS_PER_SECOND);

    private final World world;
    private final int seat;
    private final Present present;
    private final Contacts contacts;
    private final Outbox outbox;
    private final Queue<Guess> guesses = new ArrayDeque<>();
    private Figures figures;
    private int stampedTick = -1;
    private int pictureTick = -1;
    private int ownX;
    private int ownY;
    private int ownKey = -1;
    private int ownFlags;

    /** Where another's ship was guessed to be at a tick, from a snapshot of an earlier one. */
    private record Guess(int fromTick, int tick, int seat, int x, int y) {}

    PageFlight(World world, Figures figures, Welcome welcome) {
        var motion = new OrbitMotion(welcome.arena());
        this.world = world;
        this.figures = figures;
        this.seat = welcome.seat();
        this.mirror = new Mirror(OrbitSchema.SCHEMA, motion, welcome.ticksPerFrame(), seat);
        this.present = new Present(mirror, motion);
        this.contacts = new Contacts(world, motion.flight());
        this.outbox = new Outbox(welcome.ticksPerFrame());
    }

    /** Measures into these from here on. */
    void measure(Figures into) {
        figures = into;
    }

    /** Takes a snapshot in, and measures what it changes of own ship as drawn. */
    void snapshot(BitReader in, double nowMillis, long nowNanos) {
        int before = mirror.tick();
        mirror.read(in);
        figures.gapTicks.add(mirror.tick() - before);
        clock.frame(mirror.tick(), nowMillis);
        if (mirror.ackedTick() >= 0 && seat >= 0) {
            clock.slack(mirror.ackedTick(), mirror.slackHalfTicks(), nowMillis);
        }
        if (mirror.self() >= 0 && pictureTick >= mirror.tick()) {
            boolean drawn = mirror.keys()[mirror.self()] == ownKey;
            int[] row = present.own(pictureTick);
            boolean jumped = ((row[ShipRow.FLAGS] ^ ownFlags) & ShipRow.JUMPED) != 0;
            boolean free = contacts.free(seat, before, mirror.tick());
            if (drawn && !jumped && !free) {
                figures.contacts++;
            } else if (drawn && !jumped) {
                figures.corrected(apart(row[ShipRow.X] - ownX, row[ShipRow.Y] - ownY), nowNanos);
            }
            remember(row);
        }
    }

    /** One picture: what the hands hold is stamped, and the world predicted. */
    void picture(double nowMillis, Hands hands) {
        double now = clock.now(nowMillis);
        if (Double.isNaN(now)) {
            return;
        }
        int tick = (int) Math.floor(now);
        if (seat >= 0) {
            stamp(tick, hands);
        }
        if (tick >= mirror.tick() && tick > pictureTick) {
            pictureTick = tick;
            if (mirror.self() >= 0) {
                remember(present.own(tick));
            }
            guess(tick);
        }
        compare();
    }

    void flush(Consumer<ClientMessage.Commands> send) {
        outbox.flush(mirror.tick(), send);
    }

    private void stamp(int newest, Hands hands) {
        int first = Math.max(stampedTick + 1, newest - MOST_STAMPED_TICKS + 1);
        for (int tick = first; tick <= newest; tick++) {
            int packed = hands.hold(tick);
            present.command(tick, packed);
            outbox.add(tick, packed);
        }
        stampedTick = Math.max(stampedTick, newest);
    }

    private void remember(int[] own) {
        ownX = own[ShipRow.X];
        ownY = own[ShipRow.Y];
        ownFlags = own[ShipRow.FLAGS];
        ownKey = mirror.keys()[mirror.self()];
    }

    /** Frames have even ticks only, so the truth of others is not to be had. */
    private void guess(int tick) {
        if (tick % 2 != 0) {
            return;
        }
        for (int i = 0; i < mirror.size(); i++) {
            if (mirror.types()[i] == OrbitSchema.SHIP && i != mirror.self()) {
                int[] row = present.other(i, tick);
                int whose = row[ShipRow.SEAT];
                guesses.add(new Guess(mirror.tick(), tick, whose, row[ShipRow.X], row[ShipRow.Y]));
            }
        }
    }

    /** Whoever died, jumped or met something between snapshot and guess is left out. */
    private void compare() {
        while (!guesses.isEmpty() && world.knows(guesses.element().tick)) {
            Guess guess = guesses.remove();
            int whose = guess.seat;
            int id = world.ship(guess.fromTick, whose);
            boolean same = id != 0 && world.ship(guess.tick, whose) == id;
            if (same && contacts.free(whose, guess.fromTick, guess.tick)) {
                int dx = world.field(guess.tick, whose, ShipRow.X) - guess.x;
                int dy = world.field(guess.tick, whose, ShipRow.Y) - guess.y;
                figures.remoteErrors.add(apart(dx, dy));
            }
        }
    }

    private static double apart(int dx, int dy) {
        return Math.hypot(dx, dy) / Rules.GRID;
    }
}
