package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

/** Does nothing at all. */
public final class Sleeper implements Pilot {
    public Sleeper() {}

    @Override
    public Command fly(View view) {
        return Command.coast();
    }
}
