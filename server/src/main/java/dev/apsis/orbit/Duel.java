package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Angles;

/**
 * One against one, bout by bout: both appear opposite each other, and whoever dies loses the bout.
 * The first to win five, and more than the other, wins the round; the next one is the rematch.
 * Stateless.
 */
final class Duel implements Mode {
    private static final double SPAWN_PART = 0.45;

    @Override
    public String word() {
        return "duel";
    }

    @Override
    public int enough() {
        return 2;
    }

    /** The first of a bout clears the sky and rolls the place; the other gets the one across. */
    @Override
    public void choosePlace(World world, int seat, Place place) {
        boolean first = world.waiting.waits(1 - seat) || !world.pilots.present(1 - seat);
        if (first) {
            world.torpedoes.clear();
            world.shards.clear();
            world.round.setAngle(world.dice.below(Angles.CIRCLE));
        }
        int angle = world.round.angle() + (first ? 0 : Angles.CIRCLE / 2);
        double far = world.arena.radiusUnits() * SPAWN_PART;
        double x = far * Angles.cos(angle);
        double y = far * Angles.sin(angle);
        SafePlaces.settle(world, x, y, Balance.SPAWN_SPEED, place);
    }

    /** Between two bouts nothing counts. */
    @Override
    public boolean counts(World world) {
        return !world.waiting.anybody();
    }

    /** A new bout begins for both alike. */
    @Override
    public void afterDeath(World world, int returnTick) {
        for (int seat = 0; seat < world.pilots.seats(); seat++) {
            if (world.pilots.present(seat)) {
                world.waiting.await(seat, returnTick);
            }
        }
    }

    @Override
    public boolean won(World world) {
        int most = Math.max(world.pilots.deaths(0), world.pilots.deaths(1));
        return most >= Balance.DUEL_KILLS && leader(world) >= 0;
    }

    @Override
    public int leader(World world) {
        int lead = world.pilots.deaths(1) - world.pilots.deaths(0);
        return lead == 0 ? -1 : lead > 0 ? 0 : 1;
    }
}
