package dev.apsis.protocol.bot;

import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.Command;

/**
 * What a cockpit says: messages as they are, and commands stamped with the ticks they will be in
 * time for. Owned by its cockpit.
 */
final class Radio {
    private static final int[] NO_COMMANDS = {};

    private final Uplink uplink;
    private final Lead lead;
    private final Orders orders;
    private final BitWriter out = new BitWriter(64, Wire.MAX_CLIENT_BYTES);
    private int nextTick;
    private int lastCommand;
    private boolean unsent;

    Radio(Uplink uplink, Lead lead, Orders orders) {
        this.uplink = uplink;
        this.lead = lead;
        this.orders = orders;
    }

    /** Another connection: its ticks may be another match's. */
    void forget() {
        nextTick = 0;
        lead.forget();
        orders.forget();
    }

    void send(ClientMessage message) {
        out.clear();
        message.write(out);
        uplink.send(out.toBytes());
    }

    /** Commands the ticks that a frame's answer is for, as many as lie between two frames. */
    void order(Command command, int seenTick, int frameTicks, long nowNanos) {
        int first = firstTick(seenTick);
        int last = seenTick + lead.ticks() + frameTicks - 1;
        lastCommand = command.packed();
        unsent = first > last;
        if (unsent) {
            acknowledge(seenTick);
            return;
        }
        lead.commanded(first);
        while (first <= last) {
            int[] packed = new int[Math.min(last - first + 1, ClientMessage.Commands.MAX_COUNT)];
            for (int i = 0; i < packed.length; i++) {
                packed[i] = command.packed();
                orders.sent(first + i, command.packed(), nowNanos);
            }
            send(new ClientMessage.Commands(seenTick, first, packed));
            first += packed.length;
        }
        nextTick = first;
    }

    /** The last command without its deeds, unless they have not gone out yet. */
    Command held() {
        var last = new Command(lastCommand);
        return unsent ? last : last.held();
    }

    void acknowledge(int seenTick) {
        send(new ClientMessage.Commands(seenTick, seenTick, NO_COMMANDS));
    }

    /** The commands in force in the ticks from a frame to the first that can still be commanded. */
    int[] underway(int seenTick) {
        return orders.inForce(seenTick + 1, firstTick(seenTick) - seenTick - 1, lastCommand);
    }

    /** The first tick that may still be commanded in answer to a frame. */
    private int firstTick(int seenTick) {
        return Math.max(nextTick, seenTick + lead.ticks());
    }
}
