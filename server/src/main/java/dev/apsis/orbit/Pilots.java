package dev.apsis.orbit;

import java.util.Arrays;

/** Who sits where, on which side, with how many points. Owned by its simulation. */
final class Pilots {
    static final int NO_SIDE = 0;

    private static final int PRESENT = 0;
    private static final int BOT = 1;
    private static final int SIDE = 2;
    private static final int SCORE = 3;
    private static final int KILLS = 4;
    private static final int DEATHS = 5;
    private static final int STREAK = 6;
    private static final int STRIDE = 7;
    private static final int MOST_SIDES = 5;

    private final int[] rows;
    private final int[] sideScores;

    Pilots(Memory memory, int capacity) {
        this.rows = memory.ints(capacity * STRIDE);
        this.sideScores = memory.ints(MOST_SIDES);
    }

    int seats() {
        return rows.length / STRIDE;
    }

    void seat(int seat, boolean bot, int side) {
        Arrays.fill(rows, seat * STRIDE, (seat + 1) * STRIDE, 0);
        rows[seat * STRIDE + PRESENT] = 1;
        rows[seat * STRIDE + BOT] = bot ? 1 : 0;
        rows[seat * STRIDE + SIDE] = side;
    }

    void leave(int seat) {
        rows[seat * STRIDE + PRESENT] = 0;
    }

    boolean present(int seat) {
        return rows[seat * STRIDE + PRESENT] != 0;
    }

    int count() {
        int count = 0;
        for (int seat = 0; seat < seats(); seat++) {
            count += rows[seat * STRIDE + PRESENT];
        }
        return count;
    }

    /** The side a pilot is on, from 1; 0 where everyone is alone. */
    int side(int seat) {
        return rows[seat * STRIDE + SIDE];
    }

    void setSide(int seat, int side) {
        rows[seat * STRIDE + SIDE] = side;
    }

    int onSide(int side) {
        int count = 0;
        for (int seat = 0; seat < seats(); seat++) {
            count += present(seat) && side(seat) == side ? 1 : 0;
        }
        return count;
    }

    /** Whether two seats must not hurt each other. */
    boolean friends(int seat, int other) {
        return seat != other && side(seat) != NO_SIDE && side(seat) == side(other);
    }

    int score(int seat) {
        return rows[seat * STRIDE + SCORE];
    }

    int kills(int seat) {
        return rows[seat * STRIDE + KILLS];
    }

    int deaths(int seat) {
        return rows[seat * STRIDE + DEATHS];
    }

    int streak(int seat) {
        return rows[seat * STRIDE + STREAK];
    }

    int sideScore(int side) {
        return sideScores[side];
    }

    void award(int seat, int points) {
        rows[seat * STRIDE + SCORE] += points;
        sideScores[side(seat)] += points;
    }

    void countKill(int seat) {
        rows[seat * STRIDE + KILLS]++;
        rows[seat * STRIDE + STREAK]++;
    }

    void countDeath(int seat) {
        rows[seat * STRIDE + DEATHS]++;
        rows[seat * STRIDE + STREAK] = 0;
    }

    /** A new round: everyone from nothing. */
    void clearScores() {
        for (int seat = 0; seat < seats(); seat++) {
            Arrays.fill(rows, seat * STRIDE + SCORE, (seat + 1) * STRIDE, 0);
        }
        Arrays.fill(sideScores, 0);
    }
}
