package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

/** Thinks for ever when it has flown for a second. */
public final class Looper implements Pilot {
    private long thoughts;

    public Looper() {}

    @Override
    public Command fly(View view) {
        while (view.tick() > 60) {
            thoughts++;
        }
        return Command.coast().when(thoughts == 0);
    }
}
