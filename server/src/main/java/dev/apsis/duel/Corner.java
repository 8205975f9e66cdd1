package dev.apsis.duel;

import dev.apsis.gateway.IndoorLine;
import dev.apsis.gateway.IndoorRoom;
import dev.apsis.protocol.bot.Cockpit;
import dev.apsis.protocol.bot.Lead;
import dev.apsis.protocol.bot.Papers;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.Sortie;

/** One of the two in a fight, with its cockpit and its line to the room. Owned by its fight. */
final class Corner {
    private final Side side;
    private final IndoorRoom room;
    private final IndoorLine line;
    private final Sortie sortie;

    /** Takes the first free seat of the room. */
    Corner(Side side, IndoorRoom room, String name, Pilot pilot) {
        this.side = side;
        this.room = room;
        this.line = room.enter();
        // The room waits for the answer to each frame, so that the next tick is not too early.
        var cockpit = new Cockpit(Papers.bot(name), line::send, Lead.fixed(1));
        this.sortie = new Sortie(cockpit, pilot);
        cockpit.connected(room.nanos());
    }

    /** Hears what was said since the last time, and answers each frame. */
    void listen() {
        for (byte[] message = line.poll(); message != null; message = line.poll()) {
            sortie.receive(message, message.length, room.nanos());
        }
        if (line.closed()) {
            throw new Foul(side, "was sent away by the room: " + line.refusal());
        }
    }
}
