package dev.apsis.duel;

import java.util.HashMap;
import java.util.Map;

/**
 * Rounds between any two, each seed fought from both sides. Owned by whoever asks for rounds.
 *
 * <p>Who loses {@link #MOST_FOULS} rounds in a row by fouls is not let in any more: its further
 * rounds are lost without being flown; between two of those there is no winner.
 */
public final class Series {
    /** A pilot may be unlucky twice. */
    public static final int MOST_FOULS = 3;

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Fights fights;
    private final long seed;
    private final int mostTicks;
    private final Map<Integer, Fouls> fouls = new HashMap<>();

    /** How many rounds in a row a contender has lost by fouls, and how the last. */
    private record Fouls(int inRow, String last) {
        static final Fouls NONE = new Fouls(0, "");
    }

    public Series(Fights fights, long seed, int mostTicks) {
        this.fights = fights;
        this.seed = seed;
        this.mostTicks = mostTicks;
    }

    /** A round between two contenders; rounds are numbered from 0. */
    public Outcome round(int red, int blue, int number) {
        if (banned(red) && banned(blue)) {
            return Outcome.unfought();
        }
        if (banned(red) || banned(blue)) {
            return banned(red) ? turnedAway(Side.RED, red) : turnedAway(Side.BLUE, blue);
        }
        Outcome outcome = fights.fight(bill(red, blue, number));
        note(red, Side.RED, outcome);
        note(blue, Side.BLUE, outcome);
        return outcome;
    }

    /** Two rounds have the same seed, the second with swapped sides. */
    Bill bill(int red, int blue, int number) {
        return new Bill(
                red, blue, mix(seed + (number / 2 + 1) * GOLDEN), swapped(number), mostTicks);
    }

    /** Whether red sits in seat 1 in a round. */
    public static boolean swapped(int number) {
        return number % 2 == 1;
    }

    private boolean banned(int contender) {
        return fouls.getOrDefault(contender, Fouls.NONE).inRow >= MOST_FOULS;
    }

    private Outcome turnedAway(Side side, int contender) {
        String last = fouls.getOrDefault(contender, Fouls.NONE).last;
        return Outcome.forfeit(
                side, "is not let in any more after three fouls in a row; the last: it " + last);
    }

    private void note(int contender, Side side, Outcome outcome) {
        Foul foul = outcome.foul();
        if (foul != null && foul.by() == side) {
            int before = fouls.getOrDefault(contender, Fouls.NONE).inRow;
            fouls.put(contender, new Fouls(before + 1, foul.how()));
        } else {
            fouls.remove(contender);
        }
    }

    /** A number that tells nothing of its neighbours, so that seeds may be 1, 2, 3. */
    private static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
