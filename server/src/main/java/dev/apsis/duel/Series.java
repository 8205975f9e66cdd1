package dev.apsis.duel;

import java.util.HashMap;
import java.util.Map;

/**
 * Rounds between any two, each seed fought from both sides. Owned by whoever asks for rounds.
 *
 * <p>Who loses {@link #MOST_FOULS} rounds in a row by fouls is not let in any more: its further
 * rounds are lost without being flown.
 */
public final class Series {
    /** A pilot may be unlucky twice. */
    public static final int MOST_FOULS = 3;

    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Fights fights;
    private final long seed;
    private final int mostTicks;
    private final Map<Integer, Integer> foulsInRow = new HashMap<>();

    public Series(Fights fights, long seed, int mostTicks) {
        this.fights = fights;
        this.seed = seed;
        this.mostTicks = mostTicks;
    }

    /** A round between two contenders; rounds are numbered from 0. */
    public Outcome round(int red, int blue, int number) {
        if (banned(red)) {
            return Outcome.forfeit(Side.RED, "is not let in any more after three fouls in a row");
        }
        if (banned(blue)) {
            return Outcome.forfeit(Side.BLUE, "is not let in any more after three fouls in a row");
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
        return foulsInRow.getOrDefault(contender, 0) >= MOST_FOULS;
    }

    private void note(int contender, Side side, Outcome outcome) {
        Foul foul = outcome.foul();
        if (foul != null && foul.by() == side) {
            foulsInRow.merge(contender, 1, Integer::sum);
        } else {
            foulsInRow.remove(contender);
        }
    }

    /** A number that tells nothing of its neighbours, so that seeds may be 1, 2, 3. */
    private static long mix(long number) {
        long mixed = (number ^ number >>> 30) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
        return mixed ^ mixed >>> 31;
    }
}
