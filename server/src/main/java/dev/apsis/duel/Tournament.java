package dev.apsis.duel;

import dev.apsis.rating.Rating;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everybody against everybody, as often from either side. Owned by whoever has it played.
 *
 * <p>Two rounds of every pairing, one from each side, make a turn; ratings change after each turn
 * for all at once, so that no order among the pairings matters.
 */
public final class Tournament {
    private final Series series;
    private final List<Player> players = new ArrayList<>();

    /** What a contender achieved. Owned by the tournament. */
    private static final class Player {
        final String name;
        final List<Rating.Game> games = new ArrayList<>();
        Rating rating = Rating.UNKNOWN;
        int wins;
        int draws;
        int losses;
        int fouls;
        String lastFoul = "";

        Player(String name) {
            this.name = name;
        }
    }

    /** One line of the table, best first. */
    public record Row(String name, Rating rating, Results results, String lastFoul) {}

    /** How a contender's rounds ended; its fouls are among its losses. */
    public record Results(int wins, int draws, int losses, int fouls) {}

    /** Hears of every round. */
    public interface Listener {
        void fought(String red, String blue, Outcome outcome);
    }

    public Tournament(Series series, List<String> names) {
        this.series = series;
        names.forEach(name -> players.add(new Player(name)));
    }

    /** Plays so many rounds of each pairing, an even number. */
    public void play(int rounds, Listener listener) {
        for (int turn = 0; turn < rounds / 2; turn++) {
            for (int red = 0; red < players.size(); red++) {
                for (int blue = red + 1; blue < players.size(); blue++) {
                    fight(red, blue, 2 * turn, listener);
                    fight(red, blue, 2 * turn + 1, listener);
                }
            }
            rate();
        }
    }

    /** Everybody, best first. */
    public List<Row> table() {
        return players.stream()
                .sorted(Comparator.comparingDouble((Player each) -> -each.rating.rating()))
                .map(each -> new Row(each.name, each.rating, results(each), each.lastFoul))
                .toList();
    }

    private void fight(int red, int blue, int number, Listener listener) {
        Outcome outcome = series.round(red, blue, number);
        note(players.get(red), players.get(blue), Side.RED, outcome);
        note(players.get(blue), players.get(red), Side.BLUE, outcome);
        listener.fought(players.get(red).name, players.get(blue).name, outcome);
    }

    private static void note(Player player, Player opponent, Side side, Outcome outcome) {
        double score = 0.5;
        if (outcome.winner() == null) {
            player.draws++;
        } else if (outcome.winner() == side) {
            player.wins++;
            score = 1;
        } else {
            player.losses++;
            score = 0;
        }
        Foul foul = outcome.foul();
        if (foul != null && foul.by() == side) {
            player.fouls++;
            player.lastFoul = foul.how();
        }
        player.games.add(new Rating.Game(opponent.rating, score));
    }

    private void rate() {
        List<Rating> after = players.stream().map(each -> each.rating.after(each.games)).toList();
        for (int i = 0; i < after.size(); i++) {
            players.get(i).rating = after.get(i);
            players.get(i).games.clear();
        }
    }

    private static Results results(Player each) {
        return new Results(each.wins, each.draws, each.losses, each.fouls);
    }
}
