package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

import java.util.ArrayList;
import java.util.List;

/** Remembers without end when it has flown for a second. */
public final class Hog implements Pilot {
    private final List<byte[]> memories = new ArrayList<>();

    public Hog() {}

    @Override
    public Command fly(View view) {
        while (view.tick() > 60) {
            memories.add(new byte[1 << 16]);
        }
        return Command.coast();
    }
}
