package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

import java.util.ArrayList;
import java.util.List;

/** Keeps something of every round, so that after a few there is no memory left for anybody. */
public final class Leaker implements Pilot {
    private static final List<byte[]> KEPT = new ArrayList<>();

    public Leaker() {
        KEPT.add(new byte[48 << 20]);
    }

    @Override
    public Command fly(View view) {
        return Command.coast();
    }
}
