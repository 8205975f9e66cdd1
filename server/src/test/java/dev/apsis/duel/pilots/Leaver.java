package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

/** Ends the process it is in. */
public final class Leaver implements Pilot {
    public Leaver() {}

    @Override
    public Command fly(View view) {
        Runtime.getRuntime().halt(7);
        return Command.coast();
    }
}
