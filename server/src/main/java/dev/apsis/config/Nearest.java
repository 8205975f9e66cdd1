package dev.apsis.config;

import java.util.Collection;
import java.util.Optional;

/** Finds what somebody probably meant. Pure. */
final class Nearest {
    private static final int LEAST_REACH = 2;
    private static final int CHARS_PER_TYPO = 3;

    private Nearest() {}

    /** The known name that is nearest to a wrong one, if any is near enough to be meant. */
    static Optional<String> to(String wrong, Collection<String> known) {
        String best = null;
        int least = Math.max(LEAST_REACH, wrong.length() / CHARS_PER_TYPO) + 1;
        for (String name : known) {
            int far = Math.min(edits(wrong, name), 1 + edits(last(wrong), last(name)));
            if (far < least) {
                least = far;
                best = name;
            }
        }
        return Optional.ofNullable(best);
    }

    /** A right name in a wrong section, or without one, is meant too. */
    private static String last(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** How many letters to insert, delete, replace or swap with the next one. */
    static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int step(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int least = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        boolean swapped =
                i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
