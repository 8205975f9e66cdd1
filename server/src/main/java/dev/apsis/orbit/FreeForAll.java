package dev.apsis.orbit;

/** Everyone for themselves, to a number of points. Stateless. */
final class FreeForAll implements Mode {
    @Override
    public String word() {
        return "ffa";
    }

    @Override
    public int enough() {
        return 1;
    }

    @Override
    public int sideFor(World world) {
        return Pilots.NO_SIDE;
    }

    @Override
    public void balance(World world) {}

    @Override
    public void choosePlace(World world, int seat, Place place) {
        SafePlaces.choose(world, seat, Balance.SPAWN_SPEED, place);
    }

    @Override
    public boolean counts(World world) {
        return true;
    }

    @Override
    public void afterDeath(World world, int returnTick) {}

    @Override
    public boolean won(World world) {
        int leader = leader(world);
        return leader >= 0 && world.pilots.score(leader) >= Balance.ROUND_SCORE;
    }

    @Override
    public int leader(World world) {
        return best(world);
    }

    @Override
    public int leadingSide(World world) {
        return Pilots.NO_SIDE;
    }

    /** The seat with the most points; -1 if several have them. */
    static int best(World world) {
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
}
