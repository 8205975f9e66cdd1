package dev.apsis.engine;

import dev.apsis.engine.game.CommandRules;
import dev.apsis.engine.game.Pilot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * The seats of one room: who sits, by which link, and until when a left one is kept. Owned by it.
 */
final class Seats {
    private final @Nullable Occupant[] occupants;
    private final CommandRules rules;
    private final int lateTicks;
    private int lastLink;
    private long lateCommandsOfGone;

    Seats(int count, CommandRules rules, int lateTicks) {
        this.occupants = new Occupant[count];
        this.rules = rules;
        this.lateTicks = lateTicks;
    }

    int count() {
        return occupants.length;
    }

    @Nullable Occupant at(int seat) {
        return seat >= 0 && seat < occupants.length ? occupants[seat] : null;
    }

    /** The seat of a session, or -1. */
    int of(String session) {
        for (int seat = 0; seat < occupants.length; seat++) {
            Occupant occupant = occupants[seat];
            if (occupant != null && occupant.session.equals(session)) {
                return seat;
            }
        }
        return -1;
    }

    /** The highest seat of a house bot, or -1. */
    int ofHouse() {
        for (int seat = occupants.length - 1; seat >= 0; seat--) {
            Occupant occupant = occupants[seat];
            if (occupant != null && occupant.house) {
                return seat;
            }
        }
        return -1;
    }

    /** The highest seat of a bot that is none of the house, or -1. */
    int ofBot() {
        for (int seat = occupants.length - 1; seat >= 0; seat--) {
            Occupant occupant = occupants[seat];
            if (occupant != null && !occupant.house && occupant.pilot.bot()) {
                return seat;
            }
        }
        return -1;
    }

    /** The lowest free seat, or -1. */
    int free() {
        for (int seat = 0; seat < occupants.length; seat++) {
            if (occupants[seat] == null) {
                return seat;
            }
        }
        return -1;
    }

    void take(int seat, RoomMessage.Join join, boolean reserved) {
        occupants[seat] = new Occupant(join, reserved, new CommandRing(rules, lateTicks));
    }

    void vacate(int seat) {
        Occupant leaving = occupants[seat];
        if (leaving != null) {
            lateCommandsOfGone += leaving.ring.lateCount();
            occupants[seat] = null;
        }
    }

    /** Commands that came after their tick, from everybody who ever sat here. */
    long lateCommands() {
        long late = lateCommandsOfGone;
        for (Occupant occupant : occupants) {
            late += occupant == null ? 0 : occupant.ring.lateCount();
        }
        return late;
    }

    /** A new link to a seat that voids the older ones. */
    int link(int seat, int tick) {
        Occupant occupant = occupants[seat];
        if (occupant == null) {
            throw new IllegalStateException("nobody sits in seat " + seat);
        }
        occupant.link = ++lastLink;
        occupant.sinceTick = tick;
        occupant.firstLink = occupant.firstLink == 0 ? lastLink : occupant.firstLink;
        occupant.keptUntilTick = Integer.MAX_VALUE;
        return occupant.link;
    }

    /** Who is no bot of the house. */
    int peopleCount() {
        int count = 0;
        for (Occupant occupant : occupants) {
            count += occupant == null || occupant.house ? 0 : 1;
        }
        return count;
    }

    /** Who is neither a bot of the house nor somebody for whom seats are reserved. */
    int guestCount() {
        int count = 0;
        for (Occupant occupant : occupants) {
            count += occupant == null || occupant.house || occupant.reserved ? 0 : 1;
        }
        return count;
    }

    /** Those of whom a vote may be, all but the house's own bots; bots have no vote. */
    List<Votes.Voter> voters() {
        List<Votes.Voter> voters = new ArrayList<>();
        for (int seat = 0; seat < occupants.length; seat++) {
            Occupant occupant = occupants[seat];
            if (occupant != null && !occupant.house) {
                Pilot pilot = occupant.pilot;
                voters.add(
                        new Votes.Voter(
                                seat, occupant.link, occupant.session, pilot.name(), !pilot.bot()));
            }
        }
        return voters;
    }

    List<Integer> taken() {
        List<Integer> taken = new ArrayList<>();
        for (int seat = 0; seat < occupants.length; seat++) {
            if (occupants[seat] != null) {
                taken.add(seat);
            }
        }
        return taken;
    }

    /** Who sits in a seat. Owned by the room. */
    static final class Occupant {
        final String session;
        final Pilot pilot;
        final boolean house;

        /** It knows the password of the reserved seats. */
        final boolean reserved;

        final CommandRing ring;
        int sinceTick;
        int link;
        int firstLink;
        int keptUntilTick = Integer.MAX_VALUE;
        int slack;
        int tripMillis;

        /** It was waited for in vain, and is not until it wants something again. */
        boolean givenUp;

        /** In which tick it last wanted something else than before, or came. */
        int activeTick() {
            return Math.max(sinceTick, ring.changedTick());
        }

        private Occupant(RoomMessage.Join join, boolean reserved, CommandRing ring) {
            this.reserved = reserved;
            this.session = join.session();
            this.pilot = join.pilot();
            this.house = join.house();
            this.ring = ring;
        }
    }
}
