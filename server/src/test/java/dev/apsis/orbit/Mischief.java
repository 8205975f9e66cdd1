package dev.apsis.orbit;

import dev.apsis.engine.game.Pilot;
import dev.apsis.protocol.orbit.Command;

import java.util.SplittableRandom;

/** Pilots who do anything, come and go: a match under random commands from a seed. */
final class Mischief {
    final Orbit orbit;
    final int[] commands;

    private final SplittableRandom random;

    Mischief(GameSettings settings, long seed) {
        this.orbit = new Orbit(settings, seed);
        this.commands = new int[settings.capacity()];
        this.random = new SplittableRandom(seed);
        for (int seat = 0; seat < commands.length; seat++) {
            orbit.join(seat, new Pilot("pilot " + seat, seat % 2 == 0));
        }
    }

    /** Most pilots keep at what they do for a while, as people do. */
    void chooseCommands() {
        for (int seat = 0; seat < commands.length; seat++) {
            if (random.nextInt(20) == 0) {
                commands[seat] =
                        Command.of(
                                        random.nextInt(4),
                                        random.nextInt(65536),
                                        random.nextInt(3) > 0,
                                        random.nextInt(6) == 0,
                                        random.nextInt(5) == 0,
                                        random.nextInt(2) == 0,
                                        random.nextInt(30) == 0)
                                .packed();
            }
        }
    }

    void step() {
        chooseCommands();
        orbit.step(commands);
    }

    /** Somebody leaves, and somebody else takes the seat. */
    void swapSomeone() {
        int seat = random.nextInt(commands.length);
        orbit.leave(seat);
        orbit.join(seat, new Pilot("late", false));
    }
}
