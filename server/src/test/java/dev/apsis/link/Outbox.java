package dev.apsis.link;

import dev.apsis.protocol.message.ClientMessage;

import java.util.Arrays;
import java.util.function.Consumer;

/** Bundles of commands on their way out: the browser client's outbox.ts. Owned by its pilot. */
final class Outbox {
    private static final PageConstants PAGE = PageConstants.of("net/outbox.ts");
    private static final int MOST = PAGE.whole("MOST");
    private static final int MOST_A_MESSAGE = PAGE.whole("MOST_A_MESSAGE");

    private final int ticksPerFrame;
    private final int[] packed = new int[MOST];
    private int first;
    private int count;

    Outbox(int ticksPerFrame) {
        this.ticksPerFrame = ticksPerFrame;
    }

    void add(int tick, int command) {
        if (tick != first + count) {
            count = 0;
        }
        if (count == 0) {
            first = tick;
        }
        if (count == MOST) {
            drop(ticksPerFrame);
        }
        packed[count++] = command;
    }

    /** Sends the complete bundles that are waiting. */
    void flush(int seenTick, Consumer<ClientMessage.Commands> send) {
        int ready = count - (first + count) % ticksPerFrame;
        while (ready > 0) {
            int some = Math.min(ready, MOST_A_MESSAGE);
            send.accept(new ClientMessage.Commands(seenTick, first, Arrays.copyOf(packed, some)));
            drop(some);
            ready -= some;
        }
    }

    private void drop(int many) {
        System.arraycopy(packed, many, packed, 0, count - many);
        first += many;
        count -= many;
    }
}
