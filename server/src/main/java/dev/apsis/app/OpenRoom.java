package dev.apsis.app;

import dev.apsis.gateway.Venue;
import dev.apsis.orbit.GameSettings;

/** A room that is open, or about to be: one match of one turn of its plan. Owned by the lobby. */
final class OpenRoom {
    final GameSettings game;
    final int turn;
    final long seed;

    /** Of the configuration: it stays open, and is opened again if it fails. */
    final boolean lasting;

    /** How it is to be; may be amended. */
    RoomPlan plan;

    Venue venue;

    /** How to close it; empty until it is open. */
    String deployment = "";

    /** How many times in a row nobody was found there. */
    int emptyRounds;

    /** It was asked to end. */
    boolean ending;

    /** A round has ended, and the next has not begun. */
    boolean podium;

    OpenRoom(RoomPlan plan, int turn, long seed, boolean lasting, int number) {
        this.plan = plan;
        this.turn = turn;
        this.game = plan.turns().get(turn);
        this.seed = seed;
        this.lasting = lasting;
        this.venue = venue(plan, plan.name() + '.' + number);
    }

    String name() {
        return plan.name();
    }

    /** From here on it is to be as another plan says, but for what is played in it. */
    void amend(RoomPlan other) {
        boolean waits = plan.timing().waitsForBots();
        plan = other.with(other.timing().waitingForBots(waits));
        venue = venue(plan, venue.address());
    }

    /** The turn that comes after this one; the first if this one is no longer planned. */
    int nextTurn() {
        boolean planned = turn < plan.turns().size() && plan.turns().get(turn).equals(game);
        return planned ? (turn + 1) % plan.turns().size() : 0;
    }

    /** The same turn again; the first if it is no longer planned. */
    int sameTurn() {
        return isPlanned() ? turn : 0;
    }

    /** Whether what is played here is still planned. */
    boolean isPlanned() {
        return turn < plan.turns().size() && plan.turns().get(turn).equals(game);
    }

    private Venue venue(RoomPlan how, String address) {
        return new Venue(
                how.name(),
                address,
                game.mode().word(),
                game.mode() == GameSettings.Game.TEAMS ? game.teams() : 0,
                game.capacity(),
                !how.entry().password().isEmpty(),
                how.front().listed(),
                how.front().chat(),
                how.entry().bots(),
                how.front().motd(),
                how.timing(),
                game.arena(),
                seed);
    }
}
