package dev.apsis.load;

import dev.apsis.protocol.bot.Cockpit;
import dev.apsis.protocol.bot.Heard;

/** Takes in one client's messages, and answers its frames. Owned by its client. */
@FunctionalInterface
interface Mind {
    /** Takes in one message, the first {@code length} bytes of an array that is only lent. */
    Heard receive(byte[] message, int length, long nowNanos);

    /** One that decodes every frame but looks at none: its next wish is all it thinks of. */
    static Mind careless(Cockpit cockpit, Whim whim) {
        cockpit.heeding(Cockpit.ESSENTIALS);
        return (message, length, nowNanos) -> {
            Heard heard = cockpit.receive(message, length, nowNanos);
            if (heard instanceof Heard.Frame) {
                if (cockpit.flies()) {
                    cockpit.fly(whim.next(), nowNanos);
                } else {
                    cockpit.acknowledge();
                }
            }
            return heard;
        };
    }
}
