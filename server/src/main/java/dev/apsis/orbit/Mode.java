package dev.apsis.orbit;

/**
 * What makes one way to play differ from another: who is on which side, who appears where, what
 * counts, and when a round is won. The rules ask it; it never branches through them. Unless a mode
 * says otherwise everyone flies alone, whenever and wherever it is safe, for points.
 */
sealed interface Mode permits FreeForAll, Teams, Duel {
    /** How it is called on the command line and in reports. */
    String word();

    /** Pilots without whom no round is played. */
    default int enough() {
        return 1;
    }

    /** The side of a pilot who just came; 0 where everyone is alone. */
    default int sideFor(World world) {
        return Pilots.NO_SIDE;
    }

    /** Makes sides even again before a round. */
    default void balance(World world) {}

    /** Where a seat's next ship appears. */
    default void choosePlace(World world, int seat, Place place) {
        SafePlaces.choose(world, seat, Balance.SPAWN_SPEED, place);
    }

    /** Whether a death in this tick counts. */
    default boolean counts(World world) {
        return true;
    }

    /** What follows from a death besides its own ship, which returns at a tick. */
    default void afterDeath(World world, int returnTick) {}

    /** Whether the round is decided before its time. */
    boolean won(World world);

    /** Who is ahead: has the most points, unless several have them; -1 if nobody is. */
    default int leader(World world) {
        Pilots pilots = world.pilots;
        int best = -1;
        boolean shared = false;
        for (int seat = 0; seat < pilots.seats(); seat++) {
            if (pilots.present(seat)) {
                boolean ahead = best < 0 || pilots.score(seat) > pilots.score(best);
                shared = !ahead && (shared || pilots.score(seat) == pilots.score(best));
                best = ahead ? seat : best;
            }
        }
        return shared ? -1 : best;
    }

    /** The side that is ahead; 0 if none is. */
    default int leadingSide(World world) {
        return Pilots.NO_SIDE;
    }

    static Mode of(GameSettings settings) {
        return switch (settings.mode()) {
            case FFA -> new FreeForAll();
            case TEAMS -> new Teams(settings.teams(), settings.dealsAnew());
            case DUEL -> new Duel();
        };
    }
}
