package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Kill;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.People;
import dev.apsis.protocol.message.Pong;
import dev.apsis.protocol.message.Radar;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.Scores;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;

/**
 * A pilot in its cockpit: whatever arrives is told to the pilot, and each frame is answered before
 * the next message is looked at. Owned by whoever carries the messages.
 *
 * <p>For carriers whose pilots are known to be quick, or who wait for them: a load tool, a match in
 * lockstep.
 */
public final class Sortie {
    private final Cockpit cockpit;
    private final Pilot pilot;

    /** A pilot takes its seat. */
    public Sortie(Cockpit cockpit, Pilot pilot) {
        this.cockpit = cockpit;
        this.pilot = pilot;
    }

    /** Takes in one message, tells the pilot, and sends its answer; what the message was. */
    public Heard receive(byte[] bytes, int length, long nowNanos) {
        Heard heard = cockpit.receive(bytes, length, nowNanos);
        switch (heard) {
            case Heard.Frame frame -> answer(nowNanos);
            case Heard.Word(ServerMessage message) -> tell(pilot, message, cockpit.seat());
            case Heard.Skipped skipped -> {}
            case Heard.Garbled garbled -> {}
        }
        return heard;
    }

    private void answer(long nowNanos) {
        if (cockpit.flies()) {
            cockpit.fly(pilot.fly(cockpit.view()), nowNanos);
        } else {
            pilot.watch(cockpit.view());
            cockpit.acknowledge();
        }
    }

    /** Tells a pilot what the server said. */
    static void tell(Pilot pilot, ServerMessage message, int ownSeat) {
        switch (message) {
            case Welcome welcome -> pilot.joined(welcome);
            case Kill kill -> {
                pilot.killed(kill);
                if (kill.victim() == ownSeat) {
                    pilot.died(kill);
                }
            }
            case Chat chat -> pilot.heard(chat);
            case Emote emote -> pilot.signed(emote);
            case Round round -> pilot.round(round);
            case Notice notice -> pilot.noticed(notice);
            case Refused refused -> pilot.refused(refused);
            case Pong pong -> {}
            case People people -> {}
            case Scores scores -> {}
            case Radar radar -> {}
        }
    }
}
