package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

/** Asks at once for more than there is, and goes on as if nothing had happened. */
public final class Glutton implements Pilot {
    private long[] trough = {};

    public Glutton() {}

    @Override
    public Command fly(View view) {
        try {
            trough = new long[Integer.MAX_VALUE - 8];
        } catch (OutOfMemoryError full) {
            return Command.coast().thrust();
        }
        return Command.coast().when(trough.length == 0);
    }
}
