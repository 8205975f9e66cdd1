package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

/** Can't be made. */
public final class Stillborn implements Pilot {
    public Stillborn() {
        throw new UnsupportedOperationException("no licence");
    }

    @Override
    public Command fly(View view) {
        return Command.coast();
    }
}
