package dev.apsis.gateway;

import dev.apsis.engine.RoomNews.Seat;
import dev.apsis.protocol.message.People;
import dev.apsis.protocol.message.Scores;
import dev.apsis.protocol.message.ServerMessage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who plays in a room, as its audience knows: tells changed scores alone, and everybody when
 * somebody came or went. Owned by its audience.
 */
final class Register {
    /** Where more play, who comes and goes is told once a second. */
    static final int CROWD = 64;

    private List<Seat> seats = List.of();

    /** The same by the number of the seat, for a radar asks for all of them. */
    private @Nullable Seat[] byNumber = {};

    private boolean crowdChanged;

    /**
     * Takes in who is here; what all are to hear of it at once. Everybody is told whole, which in a
     * crowd that comes in together would be more than any line carries: a crowd hears of it later.
     */
    Optional<ServerMessage> gather(List<Seat> current) {
        ServerMessage change = take(current);
        crowdChanged |= change instanceof People && current.size() > CROWD;
        return crowdChanged ? Optional.empty() : Optional.of(change);
    }

    /** What a crowd has not heard yet; asked for once a second. */
    Optional<ServerMessage> drainCrowd() {
        boolean changed = crowdChanged;
        crowdChanged = false;
        return changed ? Optional.of(people()) : Optional.empty();
    }

    /** Takes in who is here; the message that tells what changed. */
    ServerMessage take(List<Seat> current) {
        List<Seat> before = seats;
        seats = current;
        byNumber = byNumber(current);
        return samePeople(before, current) ? scores(before, current) : people();
    }

    /** Everybody, for who is new. */
    People people() {
        List<People.Person> people = new ArrayList<>();
        for (Seat seat : seats) {
            people.add(
                    new People.Person(
                            seat.seat(),
                            seat.pilot().name(),
                            seat.pilot().bot(),
                            seat.side(),
                            seat.pilot().hue(),
                            seat.score()));
        }
        return new People(people);
    }

    /** The side a seat plays for; 0 for none, or if nobody sits there. */
    int side(int seat) {
        Seat found = find(seat);
        return found == null ? 0 : found.side();
    }

    /** The session of who sits in a seat; empty if nobody does. */
    String session(int seat) {
        Seat found = find(seat);
        return found == null ? "" : found.session();
    }

    /** Null if nobody sits there. */
    @Nullable Seat find(int seat) {
        return seat >= 0 && seat < byNumber.length ? byNumber[seat] : null;
    }

    /** The seat with the best score above nothing, or -1. */
    int leader() {
        int leader = -1;
        int best = 0;
        for (Seat seat : seats) {
            if (seat.score() > best) {
                best = seat.score();
                leader = seat.seat();
            }
        }
        return leader;
    }

    private static @Nullable Seat[] byNumber(List<Seat> seats) {
        int end = 0;
        for (Seat seat : seats) {
            end = Math.max(end, seat.seat() + 1);
        }
        Seat[] byNumber = new Seat[end];
        for (Seat seat : seats) {
            byNumber[seat.seat()] = seat;
        }
        return byNumber;
    }

    private static boolean samePeople(List<Seat> before, List<Seat> after) {
        if (before.size() != after.size()) {
            return false;
        }
        for (int i = 0; i < before.size(); i++) {
            Seat a = before.get(i);
            Seat b = after.get(i);
            if (a.seat() != b.seat() || a.side() != b.side() || !a.pilot().equals(b.pilot())) {
                return false;
            }
        }
        return true;
    }

    private static Scores scores(List<Seat> before, List<Seat> after) {
        List<Scores.Score> changed = new ArrayList<>();
        for (int i = 0; i < before.size(); i++) {
            Seat seat = after.get(i);
            if (seat.score() != before.get(i).score()) {
                changed.add(new Scores.Score(seat.seat(), seat.score()));
            }
        }
        return new Scores(changed);
    }
}
