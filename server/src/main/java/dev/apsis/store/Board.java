package dev.apsis.store;

import java.time.LocalDate;
import java.util.List;

/**
 * A page of a leaderboard.
 *
 * @param begins the period's first day
 * @param next what to ask with for the lines below the last one; empty if there are none
 */
public record Board(
        String mode, Period period, LocalDate begins, List<Standing> lines, String next) {
    public static final int MAX_LINES = 100;

    public Board {
        lines = List.copyOf(lines);
    }

    /**
     * Which page of which board.
     *
     * @param day any day of the period
     * @param below {@link Board#next} of the page above; empty for the first
     * @param bots whether programs are shown among the people; bots of the house never are
     */
    public record Wish(
            String mode, Period period, LocalDate day, int limit, String below, boolean bots) {}
}
