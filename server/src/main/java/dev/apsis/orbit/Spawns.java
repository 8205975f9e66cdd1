package dev.apsis.orbit;

import dev.apsis.protocol.orbit.Rules;

/** Gives a ship to whoever waited long enough. Owned by its simulation. */
final class Spawns {
    /** More in one tick would cost it too dear; the others appear in the ticks after. */
    private static final int MOST_PER_TICK = 8;

    private static final int STRIDE = 7919;

    private final World world;
    private final Place place = new Place();
    private final int shieldTicks;

    Spawns(World world) {
        this.world = world;
        this.shieldTicks = world.helm.ticks(Rules.SHIELD_SECONDS);
    }

    /** Removes wrecks whose moment is over, then lets ships appear; whose turn it is goes round. */
    void run() {
        int seats = world.ships.count();
        int tick = world.tick();
        int first = (int) ((long) tick * STRIDE % seats);
        int appeared = 0;
        for (int i = 0; i < seats; i++) {
            int seat = (first + i) % seats;
            if (world.ships.wreck(seat) && world.ships.fades(seat)) {
                world.ships.remove(seat);
            }
            if (world.waiting.due(seat, tick) && appeared < MOST_PER_TICK) {
                world.waiting.cancel(seat);
                world.mode.choosePlace(world, seat, place);
                world.ships.add(seat, place, shieldTicks);
                world.attacks.forget(seat);
                appeared++;
            }
        }
    }
}
