package dev.apsis.scribe;

import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomNews.Seat;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Fact.Phase;
import dev.apsis.engine.game.Fact.Standing;
import dev.apsis.store.RoundResult;
import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One room's rounds, put together from its news: the standings at the end, and those who left
 * before it with what they had. A round is kept if at least two took part of whom one was not of
 * the house. Owned by its scribe.
 */
final class RoundWatch {
    private final Match match;
    private final Map<Integer, Seat> present = new TreeMap<>();
    private final Map<Integer, int[]> fates = new HashMap<>();
    private final List<Line> departed = new ArrayList<>();
    private Instant begun = Instant.EPOCH;
    private boolean playing;

    /** The id is this match's alone, for all time. */
    record Match(String id, String room, String mode, long seed) {}

    RoundWatch(Match match) {
        this.match = match;
    }

    /** Takes in what a room tells; a round's result once it is over. */
    Optional<RoundResult> take(RoomNews news, Instant now) {
        if (news instanceof RoomNews.Gathered(List<Seat> seats)) {
            gather(seats);
        }
        return news instanceof RoomNews.Happened(List<Fact> facts)
                ? happen(facts, now)
                : Optional.empty();
    }

    private Optional<RoundResult> happen(List<Fact> facts, Instant now) {
        Optional<RoundResult> result = Optional.empty();
        for (Fact fact : facts) {
            switch (fact) {
                case Fact.Downed downed -> count(downed);
                case Fact.Sided sided -> {}
                case Fact.Entered entered when entered.phase() == Phase.PLAYING -> begin(now);
                case Fact.Entered entered when entered.phase() == Phase.PODIUM && playing ->
                        result = end(entered, now);
                case Fact.Entered entered -> {}
            }
        }
        return result;
    }

    private void begin(Instant now) {
        begun = now;
        playing = true;
        departed.clear();
        fates.clear();
        present.replaceAll((seat, who) -> scored(who, 0));
    }

    private void gather(List<Seat> seats) {
        Map<Integer, Seat> current = new HashMap<>();
        seats.forEach(each -> current.put(each.seat(), each));
        for (Seat before : List.copyOf(present.values())) {
            Seat after = current.get(before.seat());
            if (after == null || !after.pilot().equals(before.pilot())) {
                depart(before);
            }
        }
        present.clear();
        present.putAll(current);
    }

    private void depart(Seat who) {
        int[] fate = fates.getOrDefault(who.seat(), new int[2]);
        if (playing) {
            departed.add(
                    line(
                            who,
                            new Standing(who.seat(), who.side(), who.score(), fate[0], fate[1]),
                            /* won= */ false,
                            /* stayed= */ false));
        }
        fates.remove(who.seat());
    }

    /** Counts for those who leave; who stays is told by the standings. */
    private void count(Fact.Downed downed) {
        if (playing && downed.by() >= 0) {
            fates.computeIfAbsent(downed.by(), seat -> new int[2])[0]++;
        }
        if (playing) {
            fates.computeIfAbsent(downed.victim(), seat -> new int[2])[1]++;
        }
    }

    private Optional<RoundResult> end(Fact.Entered entered, Instant now) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, Seat> left = new TreeMap<>(present);
        for (Standing standing : entered.standings()) {
            Seat who = left.remove(standing.seat());
            if (who != null) {
                lines.add(line(who, standing, won(entered, standing), /* stayed= */ true));
            }
        }
        left.values().forEach(this::depart); // in the last moment, of which nobody has told
        playing = false;
        lines.addAll(departed);
        return isContest(lines)
                ? Optional.of(
                        new RoundResult(
                                match.id + '-' + entered.round(),
                                match.room,
                                match.mode,
                                entered.round(),
                                match.seed,
                                begun,
                                now,
                                entered.winningSide(),
                                lines))
                : Optional.empty();
    }

    private static boolean isContest(Collection<Line> lines) {
        return lines.size() >= 2 && lines.stream().anyMatch(line -> line.kind() != Kind.HOUSE);
    }

    /** Whoever alone is left has won, if nobody had before: the others gave up. */
    private static boolean won(Fact.Entered entered, Standing standing) {
        if (entered.winningSide() != 0) {
            return standing.side() == entered.winningSide();
        }
        boolean walkover = entered.winner() < 0 && entered.standings().size() == 1;
        return walkover || standing.seat() == entered.winner();
    }

    private static Seat scored(Seat who, int score) {
        return new Seat(who.seat(), who.session(), who.pilot(), who.house(), who.side(), score);
    }

    private static Line line(Seat who, Standing standing, boolean won, boolean stayed) {
        Kind kind = who.house() ? Kind.HOUSE : who.pilot().bot() ? Kind.BOT : Kind.PERSON;
        return new Line(
                who.pilot().name(),
                kind,
                who.pilot().account(),
                standing.side(),
                standing.score(),
                standing.kills(),
                standing.deaths(),
                won,
                stayed);
    }
}
