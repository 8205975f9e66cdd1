package dev.apsis.store;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A page of a leaderboard.
 *
 * @param begins the period's first day
 * @param next what to ask with for the lines below the last one; empty if there are none
 */
public record Board(
        String mode,
        Period period,
        LocalDate begins,
        Order order,
        List<Standing> lines,
        String next) {
    public static final int MAX_LINES = 100;

    public Board {
        lines = List.copyOf(lines);
    }

    /** By what is ranked, the most first. */
    public enum Order {
        /** What all scores of the period come to. */
        SCORE("score"),

        /**
         * How strong those accounts are by now that flew in the period: of a rating that is still
         * anybody's guess nothing is said ({@link Ranking#MAX_DEVIATION}).
         */
        RATING("rating");

        private final String word;

        Order(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Order> of(String word) {
            return Arrays.stream(values()).filter(order -> order.word.equals(word)).findAny();
        }
    }

    /**
     * Which page of which board.
     *
     * @param day any day of the period
     * @param below {@link Board#next} of the page above; empty for the first
     * @param bots whether programs are shown among the people; bots of the house never are
     */
    public record Wish(
            String mode,
            Period period,
            LocalDate day,
            Order order,
            int limit,
            String below,
            boolean bots) {}
}
