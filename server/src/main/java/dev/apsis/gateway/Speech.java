package dev.apsis.gateway;

import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Notice;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What one pilot says to others. Owned by its connection. What may not be said, or comes too fast,
 * is not passed on, and the speaker is told so.
 */
final class Speech {
    private static final double WORDS_PER_SECOND = 0.5;
    private static final int WORDS_BURST = 4;

    private final Venue venue;
    private final Audiences audiences;
    private final LongSupplier nanos;
    private final Allowance words;
    private final Allowance signs;

    Speech(Venue venue, Audiences audiences, LongSupplier nanos) {
        this.venue = venue;
        this.audiences = audiences;
        this.nanos = nanos;
        this.words = new Allowance(WORDS_PER_SECOND, WORDS_BURST, nanos.getAsLong());
        this.signs = new Allowance(WORDS_PER_SECOND, WORDS_BURST, nanos.getAsLong());
    }

    void say(ClientMessage.Say say, Viewer speaker) {
        String text = Words.clean(say.text());
        if (!text.isEmpty()) {
            objection(say.team(), speaker)
                    .or(() -> hurry(words))
                    .ifPresentOrElse(
                            why -> speaker.say(new Notice(why)),
                            () -> pass(new Chat(speaker.seat, say.team(), text)));
        }
    }

    void give(ClientMessage.Emote emote, Viewer speaker) {
        Optional<String> objection =
                speaker.seat < 0 ? Optional.of("only pilots may give signs") : hurry(signs);
        objection.ifPresentOrElse(
                why -> speaker.say(new Notice(why)),
                () ->
                        audiences.talk(
                                venue,
                                new Talk(
                                        speaker.seat,
                                        /* team= */ false,
                                        new Emote(speaker.seat, emote.sign()))));
    }

    private void pass(Chat chat) {
        audiences.talk(venue, new Talk(chat.seat(), chat.team(), chat));
    }

    private Optional<String> objection(boolean team, Viewer speaker) {
        if (speaker.seat < 0) {
            return Optional.of("only pilots may speak");
        }
        if (venue.chat() == ChatPolicy.OFF) {
            return Optional.of("nobody speaks in this room: give a sign");
        }
        if (team && audiences.of(venue).side(speaker.seat) == 0) {
            return Optional.of("there are no teams here: speak to everybody");
        }
        if (!team && venue.chat() == ChatPolicy.TEAM) {
            return Optional.of("here one speaks to the own team only");
        }
        return Optional.empty();
    }

    private Optional<String> hurry(Allowance allowance) {
        return allowance.take(1, nanos.getAsLong())
                ? Optional.empty()
                : Optional.of("not so fast: that was not passed on");
    }
}
