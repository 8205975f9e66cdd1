package dev.apsis.gateway;

import dev.apsis.engine.game.Fact;
import dev.apsis.protocol.message.Kill;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.ServerMessage;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What happened in a game, in the words of the wire. */
final class Facts {
    private Facts() {}

    /** The message that tells a fact; none for what the list of people tells. */
    static Optional<ServerMessage> message(Fact fact) {
        return switch (fact) {
            case Fact.Downed downed -> Optional.of(kill(downed));
            case Fact.Entered entered -> Optional.of(round(entered));
            case Fact.Sided sided -> Optional.empty();
        };
    }

    private static Kill kill(Fact.Downed downed) {
        int[] assists = downed.assists().stream().mapToInt(Integer::intValue).toArray();
        Kill.Cause cause = Kill.Cause.valueOf(downed.cause().toUpperCase(Locale.ROOT));
        Fact.Trips trips = downed.trips();
        return new Kill(
                downed.victim(),
                downed.by(),
                cause,
                downed.bounty(),
                assists,
                new Kill.Trips(trips.victimMillis(), trips.killerMillis()));
    }

    private static Round round(Fact.Entered entered) {
        List<Round.Standing> standings =
                entered.standings().stream()
                        .map(
                                line ->
                                        new Round.Standing(
                                                line.seat(),
                                                line.side(),
                                                line.score(),
                                                line.kills(),
                                                line.deaths()))
                        .toList();
        return new Round(
                phase(entered.phase()),
                entered.round(),
                entered.endTick(),
                entered.winner(),
                entered.winningSide(),
                standings);
    }

    private static Round.Phase phase(Fact.Phase phase) {
        return switch (phase) {
            case WAITING -> Round.Phase.WAITING;
            case PLAYING -> Round.Phase.PLAYING;
            case PODIUM -> Round.Phase.PODIUM;
        };
    }
}
