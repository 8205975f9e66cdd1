package dev.apsis.gateway;

import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Notice;

import java.util.function.LongSupplier;

/**
 * What one pilot says to others. Owned by its connection. Beyond the rate words are not passed on,
 * and the speaker is told so.
 */
final class Speech {
    private static final double WORDS_PER_SECOND = 0.5;
    private static final int WORDS_BURST = 4;

    private final Venue venue;
    private final Audiences audiences;
    private final LongSupplier nanos;
    private final Allowance words;

    Speech(Venue venue, Audiences audiences, LongSupplier nanos) {
        this.venue = venue;
        this.audiences = audiences;
        this.nanos = nanos;
        this.words = new Allowance(WORDS_PER_SECOND, WORDS_BURST, nanos.getAsLong());
    }

    void say(ClientMessage.Say say, Viewer speaker) {
        String text = Words.clean(say.text());
        if (text.isEmpty()) {
            return;
        }
        if (speaker.seat < 0) {
            speaker.say(new Notice("only pilots may speak"));
        } else if (say.team() && audiences.of(venue).side(speaker.seat) == 0) {
            speaker.say(new Notice("there are no teams here: speak to everybody"));
        } else if (!words.take(1, nanos.getAsLong())) {
            speaker.say(new Notice("not so fast: that was not passed on"));
        } else {
            audiences.talk(venue, new Chat(speaker.seat, say.team(), text));
        }
    }
}
