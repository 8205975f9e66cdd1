package dev.apsis.duel;

import dev.apsis.engine.Idleness;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Fact.Phase;
import dev.apsis.engine.game.Fact.Standing;
import dev.apsis.gateway.IndoorRoom;
import dev.apsis.gateway.Venue;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.protocol.bot.Pilot;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * One round between two pilots in lockstep: a tick, then everybody hears and answers, then the next
 * tick. Owned by its ring.
 */
final class Fight {
    private static final RoomTiming TIMING = RoomTiming.STANDARD.with(Idleness.NEVER);

    private final Bill bill;
    private final Orbit orbit;
    private final IndoorRoom room;
    private final List<Corner> corners = new ArrayList<>();
    private Fact.@Nullable Entered end;

    /** A clear sky of the bill's seed. */
    Fight(Bill bill) {
        this.bill = bill;
        GameSettings game = GameSettings.of(Game.DUEL, 2, 2, TIMING.ticksPerSecond());
        this.orbit = new Orbit(game, bill.seed());
        var venue =
                new Venue(
                        "duel",
                        game.mode().word(),
                        game.capacity(),
                        /* locked= */ false,
                        /* listed= */ false,
                        TIMING,
                        game.arena());
        this.room = new IndoorRoom(new Room(orbit, TIMING), venue, OrbitLookout::new);
    }

    /** The next pilot comes in; they do so in the order of their seats. */
    void enter(Side side, String name, Pilot pilot) {
        corners.add(new Corner(side, room, name, pilot));
    }

    /** Plays the round to its end, or to the last tick allowed. */
    Outcome play() {
        corners.forEach(Corner::listen);
        while (end == null && orbit.tick() < bill.mostTicks()) {
            room.tick().forEach(this::note);
            corners.forEach(Corner::listen);
        }
        return outcome(null);
    }

    /** How it stands; who committed a foul has lost. */
    Outcome outcome(@Nullable Foul foul) {
        Fact.Entered standing = end == null ? orbit.standing() : end;
        Side leader = null;
        for (Side side : Side.values()) {
            leader = standing.winner() == bill.seat(side) ? side : leader;
        }
        return new Outcome(
                foul == null ? leader : foul.by().other(),
                tally(standing, Side.RED),
                tally(standing, Side.BLUE),
                orbit.tick(),
                orbit.stateHash(),
                foul);
    }

    private void note(Fact fact) {
        if (fact instanceof Fact.Entered entered && entered.phase() == Phase.PODIUM) {
            end = entered;
        }
    }

    /** Whoever dies has lost a bout to the other. */
    private Outcome.Tally tally(Fact.Entered standing, Side side) {
        int wins = 0;
        int points = 0;
        for (Standing line : standing.standings()) {
            if (line.seat() == bill.seat(side)) {
                points = line.score();
            } else {
                wins = line.deaths();
            }
        }
        return new Outcome.Tally(wins, points);
    }
}
