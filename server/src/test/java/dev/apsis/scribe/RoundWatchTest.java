package dev.apsis.scribe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomNews.Seat;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Fact.Phase;
import dev.apsis.engine.game.Fact.Standing;
import dev.apsis.engine.game.Pilot;
import dev.apsis.store.RoundResult;
import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a round, as its room tells it. */
class RoundWatchTest {
    private static final Instant BEGIN = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant END = BEGIN.plusSeconds(300);
    private static final Seat ANN = person(0, new Pilot("Ann", false, 10, 17), 0);
    private static final Seat BOB = person(1, new Pilot("Bob", false), 0);
    private static final Seat HOUSE = new Seat(2, "", new Pilot("Vega", true), true, 0, 0);

    private final RoundWatch watch = new RoundWatch(new RoundWatch.Match("m1", "arena", "ffa", 42));

    private static Seat person(int seat, Pilot pilot, int score) {
        return new Seat(seat, "", pilot, false, 0, score);
    }

    private Optional<RoundResult> gather(Seat... seats) {
        return watch.take(new RoomNews.Gathered(List.of(seats)), BEGIN);
    }

    private void begin() {
        var playing = new Fact.Entered(1, 3, Phase.PLAYING, 9, -1, 0, List.of());
        watch.take(new RoomNews.Happened(List.of(playing)), BEGIN);
    }

    private Optional<RoundResult> end(int winner, int side, Standing... standings) {
        var podium = new Fact.Entered(9, 3, Phase.PODIUM, 12, winner, side, List.of(standings));
        return watch.take(new RoomNews.Happened(List.of(podium)), END);
    }

    private void down(int victim, int by) {
        var downed = new Fact.Downed(5, victim, by, List.of(), "torpedo", false);
        watch.take(new RoomNews.Happened(List.of(downed)), BEGIN);
    }

    @Test
    void aRoundIsToldAtItsPodium() {
        assertEquals(Optional.empty(), gather(ANN, BOB, HOUSE));
        begin();
        RoundResult result =
                end(
                                0,
                                0,
                                new Standing(0, 0, 500, 4, 1),
                                new Standing(2, 0, 100, 1, 2),
                                new Standing(1, 0, -50, 0, 3))
                        .orElseThrow();
        assertEquals(
                new RoundResult(
                        "m1-3",
                        "arena",
                        "ffa",
                        3,
                        42,
                        BEGIN,
                        END,
                        0,
                        List.of(
                                new Line("Ann", Kind.PERSON, 17, 0, 500, 4, 1, true, true),
                                new Line("Vega", Kind.HOUSE, 0, 0, 100, 1, 2, false, true),
                                new Line("Bob", Kind.PERSON, 0, 0, -50, 0, 3, false, true))),
                result);
    }

    @Test
    void whoLeftIsToldWithWhatTheyHadAndHasNotWon() {
        gather(ANN, BOB);
        begin();
        down(0, 1);
        down(0, 1);
        down(1, -1);
        gather(ANN, person(1, BOB.pilot(), 150));
        gather(ANN);
        RoundResult result = end(0, 0, new Standing(0, 0, 10, 0, 2)).orElseThrow();
        assertEquals(
                List.of(
                        new Line("Ann", Kind.PERSON, 17, 0, 10, 0, 2, true, true),
                        new Line("Bob", Kind.PERSON, 0, 0, 150, 2, 1, false, false)),
                result.lines());
    }

    @Test
    void whoTookALeftSeatHasNothingOfWhoLeftIt() {
        gather(ANN, BOB);
        begin();
        down(0, 1);
        Seat eve = person(1, new Pilot("Eve", false), 0);
        gather(ANN, eve);
        gather(ANN);
        List<Line> lines = end(0, 0, new Standing(0, 0, 0, 0, 1)).orElseThrow().lines();
        assertEquals(
                List.of("Ann 0", "Bob 1", "Eve 0"),
                Stream.of(0, 1, 2)
                        .map(i -> lines.get(i).name() + " " + lines.get(i).kills())
                        .toList());
    }

    @Test
    void whoLeftInTheLastMomentIsNotForgotten() {
        gather(ANN, BOB);
        begin();
        List<Line> lines = end(0, 0, new Standing(0, 0, 10, 0, 0)).orElseThrow().lines();
        assertEquals(List.of("Ann", "Bob"), lines.stream().map(Line::name).toList());
    }

    @Test
    void whoeverTheOthersLeaveAloneHasWon() {
        gather(ANN, BOB);
        begin();
        gather(ANN);
        List<Line> lines = end(-1, 0, new Standing(0, 0, 0, 0, 0)).orElseThrow().lines();
        assertEquals(List.of(true, false), lines.stream().map(Line::won).toList());
    }

    @Test
    void aDrawHasNoWinner() {
        gather(ANN, BOB);
        begin();
        List<Line> lines =
                end(-1, 0, new Standing(0, 0, 5, 1, 1), new Standing(1, 0, 5, 1, 1))
                        .orElseThrow()
                        .lines();
        assertEquals(List.of(false, false), lines.stream().map(Line::won).toList());
    }

    @Test
    void aSideWinsTogether() {
        gather(ANN, BOB, HOUSE);
        begin();
        List<Line> lines =
                end(
                                -1,
                                2,
                                new Standing(0, 1, 500, 5, 0),
                                new Standing(1, 2, 300, 3, 0),
                                new Standing(2, 2, 300, 3, 0))
                        .orElseThrow()
                        .lines();
        assertEquals(List.of(false, true, true), lines.stream().map(Line::won).toList());
    }

    @Test
    void noContestIsKept() {
        gather(ANN);
        begin();
        assertEquals(Optional.empty(), end(0, 0, new Standing(0, 0, 0, 0, 0)));
        gather(HOUSE, new Seat(3, "", new Pilot("Deneb", true), true, 0, 0));
        begin();
        assertEquals(
                Optional.empty(),
                end(2, 0, new Standing(2, 0, 9, 0, 0), new Standing(3, 0, 0, 0, 0)));
    }

    @Test
    void aRoundNobodySawBeginIsNotTold() {
        gather(ANN, BOB);
        assertEquals(
                Optional.empty(),
                end(0, 0, new Standing(0, 0, 9, 0, 0), new Standing(1, 0, 0, 0, 0)));
    }

    @Test
    void aNewRoundBeginsWithNobodyGone() {
        gather(ANN, BOB, HOUSE);
        begin();
        gather(ANN, HOUSE);
        assertTrue(end(0, 0, new Standing(0, 0, 1, 0, 0)).isPresent());
        begin();
        List<Line> lines =
                end(0, 0, new Standing(0, 0, 1, 0, 0), new Standing(2, 0, 0, 0, 0))
                        .orElseThrow()
                        .lines();
        assertEquals(List.of("Ann", "Vega"), lines.stream().map(Line::name).toList());
    }
}
