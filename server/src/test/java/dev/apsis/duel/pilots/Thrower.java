package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

/** Throws when it has flown for a second. */
public final class Thrower implements Pilot {
    public Thrower() {}

    @Override
    public Command fly(View view) {
        if (view.tick() > 60) {
            throw new IllegalStateException("out of ideas");
        }
        return Command.coast();
    }
}
