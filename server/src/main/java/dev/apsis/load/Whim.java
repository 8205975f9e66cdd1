package dev.apsis.load;

import dev.apsis.protocol.bot.Command;

import java.util.SplittableRandom;

/** What somebody wants who does not look. Owned by its client. */
@FunctionalInterface
interface Whim {
    /** The wish for the next frame. */
    Command next();

    /** Nothing, ever. */
    static Whim idle() {
        return Command::coast;
    }

    /** Another wish about every half second, as hands on a keyboard are. */
    static Whim random(SplittableRandom random) {
        return new Whim() {
            private static final int LONGEST_FRAMES = 30;

            private Command wish = Command.coast();
            private int left;

            @Override
            public Command next() {
                if (left-- <= 0) {
                    left = random.nextInt(LONGEST_FRAMES);
                    wish = draw();
                }
                return wish;
            }

            private Command draw() {
                Command straight = Command.coast();
                Command turned =
                        switch (random.nextInt(3)) {
                            case 0 -> straight;
                            case 1 -> straight.turnLeft();
                            default -> straight.turnRight();
                        };
                Command pushed = random.nextBoolean() ? turned.thrust() : turned;
                return random.nextInt(4) == 0 ? pushed.fire() : pushed;
            }
        };
    }
}
