package dev.apsis.app;

import dev.apsis.orbit.Cause;
import dev.apsis.orbit.bot.Chronicle;

import java.io.PrintWriter;
import java.util.Locale;

/**
 * Whether matches are lively: one line for each, and their mean. Owned by the command that asks.
 */
final class TuningReport {
    private static final int COLUMNS = 13;
    private static final String HEAD =
            "| seed | rounds | torpedo | ram | star | planet | border | hit % | between hits s "
                    + "| life s | best | middle | last | idle s |";

    private final PrintWriter out;
    private final double[] sums = new double[COLUMNS];
    private int matches;

    TuningReport(PrintWriter out) {
        this.out = out;
        out.println(HEAD);
        out.println("|" + " --: |".repeat(COLUMNS + 1));
    }

    /**
     * Adds a match; {@code idleSeat} is that of the pilot who did nothing, -1 if there was none.
     */
    void add(long seed, Chronicle chronicle, int idleSeat, int seconds) {
        int idleDeaths = idleSeat < 0 ? 0 : chronicle.deaths(idleSeat);
        double[] row = {
            chronicle.rounds(),
            chronicle.tally().deathsBy(Cause.TORPEDO),
            chronicle.tally().deathsBy(Cause.RAM),
            chronicle.tally().deathsBy(Cause.STAR),
            chronicle.tally().deathsBy(Cause.PLANET),
            chronicle.tally().deathsBy(Cause.BORDER),
            100 * chronicle.hitRate(),
            chronicle.secondsBetweenHits(),
            chronicle.lifeSeconds(),
            chronicle.scoreAt(0),
            chronicle.scoreAt(0.5),
            chronicle.scoreAt(1),
            idleSeat < 0 ? 0 : (double) seconds / (idleDeaths + 1),
        };
        print(Long.toString(seed), row);
        for (int i = 0; i < COLUMNS; i++) {
            sums[i] += row[i];
        }
        matches++;
    }

    void end() {
        double[] means = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            means[i] = sums[i] / matches;
        }
        print("mean", means);
    }

    private void print(String name, double[] row) {
        out.print("| " + name + " |");
        for (double value : row) {
            String format = value >= 100 || value == Math.rint(value) ? " %.0f |" : " %.1f |";
            out.printf(Locale.ROOT, format, value);
        }
        out.println();
        out.flush();
    }
}
