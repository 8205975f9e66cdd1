package dev.apsis.orbit;

/**
 * What makes one way to play differ from another: who is on which side, who appears where, what
 * counts, and when a round is won. The rules ask it; it never branches through them.
 */
sealed interface Mode permits FreeForAll, Teams, Duel {
    /** How it is called on the command line and in reports. */
    String word();

    /** Pilots without whom no round is played. */
    int enough();

    /** The side of a pilot who just came; 0 where everyone is alone. */
    int sideFor(World world);

    /** Makes sides even again before a round. */
    void balance(World world);

    /** Where a seat's next ship appears. */
    void choosePlace(World world, int seat, Place place);

    /** Whether a death in this tick counts. */
    boolean counts(World world);

    /** What follows from a death besides its own ship, which returns at a tick. */
    void afterDeath(World world, int returnTick);

    /** Whether the round is decided before its time. */
    boolean won(World world);

    /** Who is ahead; -1 if nobody is. */
    int leader(World world);

    /** The side that is ahead; 0 if none is. */
    int leadingSide(World world);

    static Mode of(GameSettings settings) {
        return switch (settings.mode()) {
            case FFA -> new FreeForAll();
            case TEAMS -> new Teams(settings.teams());
            case DUEL -> new Duel();
        };
    }
}
