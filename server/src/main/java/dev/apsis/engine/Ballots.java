package dev.apsis.engine;

import dev.apsis.engine.Votes.Voter;
import dev.apsis.engine.game.Simulation;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;

/** Lets those who sit in a room vote, and sends away whom they vote out. Owned by the room. */
public final class Ballots {
    /** Of those who were voted out the first are forgotten beyond so many. */
    private static final int MOST_VOTED_OUT = 64;

    private final Votes votes;
    private final Seats seats;
    private final Simulation simulation;
    private final IntConsumer vacate;
    private final Set<String> votedOut = new LinkedHashSet<>();

    Ballots(Votes votes, Seats seats, Simulation simulation, IntConsumer vacate) {
        this.votes = votes;
        this.seats = seats;
        this.simulation = simulation;
        this.vacate = vacate;
    }

    /** A pilot calls a vote; what is said about it, and what follows. */
    public List<RoomNews> call(RoomMessage.Call call) {
        return voter(call.seat(), call.link())
                .map(voter -> votes.call(voter, call.matter(), call.name(), hall()))
                .map(this::follow)
                .orElse(List.of());
    }

    /** A pilot votes; what is said about it, and what follows. */
    public List<RoomNews> cast(RoomMessage.Cast cast) {
        return voter(cast.seat(), cast.link())
                .map(voter -> votes.cast(voter, cast.yes(), hall()))
                .map(this::follow)
                .orElse(List.of());
    }

    /** Ends a vote whose time is over; what is said about it, and what follows. */
    public List<RoomNews> judge() {
        return follow(votes.judge(hall()));
    }

    void amend(VoteRules rules) {
        votes.amend(rules);
    }

    /** Whether a session was voted out of this match. */
    boolean votedOut(String session) {
        return votedOut.contains(session);
    }

    private List<RoomNews> follow(List<RoomNews> news) {
        for (RoomNews each : news) {
            if (each instanceof RoomNews.SentAway gone) {
                sendAway(gone.seat());
            }
        }
        return news;
    }

    private void sendAway(int seat) {
        Seats.Occupant occupant = seats.at(seat);
        if (occupant != null) {
            votedOut.add(occupant.session);
            if (votedOut.size() > MOST_VOTED_OUT) {
                votedOut.remove(votedOut.iterator().next());
            }
            vacate.accept(seat);
        }
    }

    private Optional<Voter> voter(int seat, int link) {
        return hall().present().stream()
                .filter(voter -> voter.seat() == seat && voter.link() == link)
                .findAny();
    }

    private Votes.Hall hall() {
        return new Votes.Hall(seats.voters(), simulation.tick());
    }
}
