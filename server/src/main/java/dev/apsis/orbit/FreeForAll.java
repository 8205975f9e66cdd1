package dev.apsis.orbit;

/** Everyone for themselves, to a number of points. Stateless. */
final class FreeForAll implements Mode {
    @Override
    public String word() {
        return "ffa";
    }

    @Override
    public boolean won(World world) {
        int leader = leader(world);
        return leader >= 0 && world.pilots.score(leader) >= Balance.ROUND_SCORE;
    }
}
