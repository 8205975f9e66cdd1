package dev.apsis.engine;

import dev.apsis.engine.Seats.Occupant;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Simulation;
import dev.apsis.protocol.frame.Frame;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One match and who sits in it. Owned by one context: the room verticle's, or a test that steps it.
 *
 * <p>Knows no time but ticks: whoever owns it decides when the next one is due.
 */
public final class Room {
    private final Simulation simulation;
    private final Seats seats;
    private final Ballots ballots;
    private RoomTiming timing;
    private EntryRules entry;
    private final int[] commands;
    private final int[] receipts;
    private int yieldedSeat = -1;
    private @Nullable Frame lastFrame;
    private Fact.@Nullable Entered round;

    /** A room for everybody. */
    public Room(Simulation simulation, RoomTiming timing) {
        this(simulation, timing, EntryRules.NONE);
    }

    /** A room for those whom its rules let in, who may vote as usual. */
    public Room(Simulation simulation, RoomTiming timing, EntryRules entry) {
        this(simulation, timing, entry, VoteRules.STANDARD);
    }

    /** A room for those whom its rules let in, who may vote by others. */
    public Room(Simulation simulation, RoomTiming timing, EntryRules entry, VoteRules votes) {
        this.entry = entry;
        this.simulation = simulation;
        this.timing = timing;
        this.seats =
                new Seats(
                        simulation.seats(), simulation.commandRules(), timing.ticks(timing.late()));
        this.ballots = new Ballots(new Votes(votes, timing), seats, simulation, this::vacate);
        this.commands = new int[simulation.seats()];
        this.receipts = new int[simulation.seats() * Frame.RECEIPT_STRIDE];
    }

    /**
     * A session takes its seat back, or a free one; counted here, so that no room is overbooked.
     */
    public Seating join(RoomMessage.Join join) {
        int seat = seats.of(join.session());
        if (seat < 0) {
            Seating refused = join.house() ? null : refusal(join);
            if (refused != null) {
                return refused;
            }
            boolean reserved = entry.reserves(join.password());
            seat = join.house() ? seats.free() : seatFor(join.pilot().bot(), reserved);
            if (seat < 0) {
                return new Seating.Full(seats.count());
            }
            seats.take(seat, join, reserved);
            simulation.join(seat, join.pilot());
        }
        return new Seating.Seated(seat, seats.link(seat, simulation.tick()), simulation.tick());
    }

    /** Seats that are kept for nobody. */
    private int openSeats() {
        return Math.max(0, seats.count() - entry.reservedSeats());
    }

    private @Nullable Seating refusal(RoomMessage.Join join) {
        boolean bot = join.pilot().bot();
        if (ballots.votedOut(join.session())) {
            return new Seating.VotedOut();
        }
        if (!entry.opens(join.password())) {
            return new Seating.WrongPassword();
        }
        if (bot && entry.bots() == BotPolicy.NONE) {
            return new Seating.NoBots();
        }
        return !bot && entry.bots() == BotPolicy.ONLY ? new Seating.OnlyBots() : null;
    }

    /** A free seat, or one that a bot makes free; beyond the open seats all others are reserved. */
    private int seatFor(boolean bot, boolean reserved) {
        boolean open = reserved || seats.guestCount() < openSeats();
        int seat = open ? seats.free() : -1;
        return seat >= 0 ? seat : dismissBot(bot, open);
    }

    /**
     * A full room has a seat as long as a house bot sits there; and one for people as long as any
     * bot does, if bots only fill it up: the seat, or -1.
     */
    private int dismissBot(boolean forBot, boolean open) {
        int seat = open ? seats.ofHouse() : -1;
        if (seat < 0 && !forBot && entry.bots() == BotPolicy.FILL) {
            seat = seats.ofBot();
            yieldedSeat = seat;
        }
        if (seat >= 0) {
            vacate(seat);
        }
        return seat;
    }

    /** Whoever may come in may watch. */
    public Seating watch(RoomMessage.Watch watch) {
        return entry.opens(watch.password())
                ? new Seating.Watching(simulation.tick())
                : new Seating.WrongPassword();
    }

    /** The seat that a bot had to give up for a person since the last call, or -1. */
    public int drainYielded() {
        int seat = yieldedSeat;
        yieldedSeat = -1;
        return seat;
    }

    /** From here on other rules hold; who sits stays seated. */
    public void amend(RoomMessage.Amend other) {
        entry = other.entry();
        timing = timing.with(other.idleness());
        ballots.amend(other.votes());
    }

    /** What is voted on here. */
    public Ballots ballots() {
        return ballots;
    }

    private void vacate(int seat) {
        seats.vacate(seat);
        simulation.leave(seat);
    }

    /** A link ended: its seat is given up at once, or kept until the grace time is over. */
    public void leave(RoomMessage.Leave leave) {
        Occupant occupant = seats.at(leave.seat());
        if (occupant == null || occupant.link != leave.link()) {
            return;
        }
        occupant.keptUntilTick =
                leave.forGood()
                        ? simulation.tick()
                        : simulation.tick() + timing.ticks(timing.grace());
    }

    /** Who was seated never heard of it: a seat of before is kept for a while, a new one is not. */
    public void takeBack(Seating.Seated seated) {
        Occupant occupant = seats.at(seated.seat());
        if (occupant != null) {
            boolean forGood = occupant.firstLink == seated.link();
            leave(new RoomMessage.Leave(seated.seat(), seated.link(), forGood));
        }
    }

    /** Whether a session has a seat here. */
    public boolean seats(String session) {
        return seats.of(session) >= 0;
    }

    /** Frees the seats of pilots who have done nothing for too long, and says whose. */
    public List<RoomNews.Unseated> unseatIdle() {
        int patienceTicks = timing.ticks(timing.idleness().seated());
        if (patienceTicks == 0) {
            return List.of();
        }
        List<RoomNews.Unseated> unseated = new ArrayList<>();
        for (int seat : seats.taken()) {
            Occupant occupant = seats.at(seat);
            if (occupant != null && mayIdleNoLonger(occupant, patienceTicks)) {
                unseated.add(new RoomNews.Unseated(seat, occupant.link));
                vacate(seat);
            }
        }
        return unseated;
    }

    private boolean mayIdleNoLonger(Occupant occupant, int patienceTicks) {
        boolean spared = occupant.house || (occupant.pilot.bot() && !timing.idleness().bots());
        return !spared && simulation.tick() - occupant.activeTick() >= patienceTicks;
    }

    /** Commands wait for their ticks; {@code halfTicks} remain until the next one. */
    public void order(RoomMessage.Orders orders, int halfTicks) {
        Occupant occupant = seats.at(orders.seat());
        if (occupant == null || occupant.link != orders.link()) {
            return;
        }
        int nextTick = simulation.tick() + 1;
        occupant.givenUp &= orders.packed().length == 0;
        occupant.tripMillis = orders.tripMillis();
        for (int i = 0; i < orders.packed().length; i++) {
            occupant.ring.put(orders.firstTick() + i, orders.packed()[i], nextTick, halfTicks);
        }
    }

    /** The bots that are here and have a ship, but no command for its next tick. */
    public List<String> awaited() {
        List<String> names = new ArrayList<>();
        for (int seat = 0; seat < seats.count(); seat++) {
            Occupant occupant = seats.at(seat);
            if (occupant != null && awaited(seat, occupant)) {
                names.add(occupant.pilot.name());
            }
        }
        return names;
    }

    private boolean awaited(int seat, Occupant occupant) {
        boolean here = occupant.keptUntilTick == Integer.MAX_VALUE && !occupant.givenUp;
        boolean guest = occupant.pilot.bot() && !occupant.house;
        boolean flies = lastFrame != null && lastFrame.id(0, seat) != 0;
        return here && guest && flies && occupant.ring.newestTick() <= simulation.tick();
    }

    /** The newest frame, once there is one. */
    public @Nullable Frame lastFrame() {
        return lastFrame;
    }

    /** Who is awaited is awaited no longer, until it wants something again. */
    public void giveUpAwaited() {
        for (int seat = 0; seat < seats.count(); seat++) {
            Occupant occupant = seats.at(seat);
            if (occupant != null && awaited(seat, occupant)) {
                occupant.givenUp = true;
            }
        }
    }

    /** Runs one tick, whose time nobody keeps; a frame if this is a tick that has one. */
    public @Nullable Frame tick() {
        return tick(Laps.NONE);
    }

    /** Runs one tick; a frame if this is a tick that has one. */
    @Nullable Frame tick(Laps laps) {
        int tick = simulation.tick() + 1;
        laps.begin(tick);
        dismissAbsent(tick);
        for (int seat = 0; seat < commands.length; seat++) {
            Occupant occupant = seats.at(seat);
            commands[seat] = occupant == null ? 0 : occupant.ring.take(tick);
        }
        laps.end(TickPhase.COMMANDS);
        simulation.step(commands);
        laps.end(TickPhase.STEP);
        if (tick % timing.ticksPerFrame() != 0) {
            return null;
        }
        lastFrame = simulation.capture(writeReceipts());
        laps.end(TickPhase.CAPTURE);
        return lastFrame;
    }

    public int tickNumber() {
        return simulation.tick();
    }

    public Simulation simulation() {
        return simulation;
    }

    public int capacity() {
        return seats.count();
    }

    public List<RoomNews.Seat> people() {
        List<RoomNews.Seat> people = new ArrayList<>();
        for (int seat : seats.taken()) {
            Occupant occupant = seats.at(seat);
            if (occupant != null) {
                people.add(
                        new RoomNews.Seat(
                                seat,
                                occupant.session,
                                occupant.pilot,
                                occupant.house,
                                simulation.side(seat),
                                simulation.score(seat)));
            }
        }
        return people;
    }

    /** What happened since the last call and nobody may miss, in order. */
    public List<Fact> facts() {
        List<Fact> facts = simulation.drainNews();
        for (Fact fact : facts) {
            if (fact instanceof Fact.Entered entered) {
                round = entered;
            }
        }
        return facts.isEmpty() ? facts : facts.stream().map(this::withTrips).toList();
    }

    private Fact withTrips(Fact fact) {
        return fact instanceof Fact.Downed downed
                ? downed.over(new Fact.Trips(tripMillis(downed.victim()), tripMillis(downed.by())))
                : fact;
    }

    private int tripMillis(int seat) {
        Occupant occupant = seat < 0 ? null : seats.at(seat);
        return occupant == null ? 0 : occupant.tripMillis;
    }

    /** The last news of the round, once there was some. */
    public Fact.@Nullable Entered round() {
        return round;
    }

    /** Whether nobody is here but bots of the house. */
    public boolean deserted() {
        return seats.peopleCount() == 0;
    }

    public Gauges.Heads heads(int viewers) {
        return new Gauges.Heads(seats.taken().size(), seats.peopleCount(), viewers);
    }

    /** Commands that came after their tick. */
    public long lateCommands() {
        return seats.lateCommands();
    }

    /** Where a session's body is, as of the last frame. */
    public Whereabouts whereabouts(String session) {
        int seat = seats.of(session);
        if (seat < 0 || lastFrame == null) {
            return Whereabouts.UNKNOWN;
        }
        return Whereabouts.of(lastFrame, seat, simulation.score(seat));
    }

    private void dismissAbsent(int tick) {
        for (int seat = 0; seat < seats.count(); seat++) {
            Occupant occupant = seats.at(seat);
            if (occupant != null && occupant.keptUntilTick < tick) {
                vacate(seat);
            }
        }
    }

    private int[] writeReceipts() {
        for (int seat = 0; seat < commands.length; seat++) {
            Occupant occupant = seats.at(seat);
            if (occupant != null) {
                occupant.slack = occupant.ring.drainSlack(occupant.slack);
                receipts[seat * Frame.RECEIPT_STRIDE] = occupant.ring.ackedTick();
                receipts[seat * Frame.RECEIPT_STRIDE + 1] = occupant.slack;
            }
        }
        return receipts.clone();
    }
}
