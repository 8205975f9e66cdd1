package dev.apsis.orbit;

/** How often what happened in a match, over all its rounds. Owned by its simulation. */
public final class Tally {
    static final int SHOTS = 0;
    static final int HITS = 1;
    static final int KILLS = 2;
    static final int ASSISTS = 3;
    static final int SHARDS = 4;
    static final int BOUNTIES = 5;
    static final int SUICIDES = 6;
    static final int JUMPS = 7;
    private static final int DEATHS = 8;

    private final int[] counts;

    Tally(Memory memory) {
        this.counts = memory.ints(DEATHS + Cause.count());
    }

    void add(int what) {
        counts[what]++;
    }

    void addDeath(Cause cause) {
        counts[DEATHS + cause.code()]++;
    }

    public int shots() {
        return counts[SHOTS];
    }

    public int hits() {
        return counts[HITS];
    }

    public int jumps() {
        return counts[JUMPS];
    }

    public int suicides() {
        return counts[SUICIDES];
    }

    public int deathsBy(Cause cause) {
        return counts[DEATHS + cause.code()];
    }

    /** What all points given out must add up to. */
    int score() {
        return counts[KILLS] * Balance.KILL_SCORE
                + counts[ASSISTS] * Balance.ASSIST_SCORE
                + counts[SHARDS] * Balance.SHARD_SCORE
                + counts[BOUNTIES] * Balance.BOUNTY_SCORE
                + counts[SUICIDES] * Balance.SUICIDE_SCORE;
    }
}
