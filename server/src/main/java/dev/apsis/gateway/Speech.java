package dev.apsis.gateway;

import dev.apsis.door.Allowance;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Notice;

import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What one pilot says to others, and whom it wants to hear. Owned by its connection. What may not
 * be said, or comes too fast, is not passed on, and the speaker is told so.
 */
final class Speech {
    private static final double WORDS_PER_SECOND = 0.5;
    private static final int WORDS_BURST = 4;

    private final Audiences audiences;
    private final Sentry sentry;
    private final LongSupplier nanos;
    private final Allowance words;
    private final Allowance signs;
    private final Mutes mutes = new Mutes();
    private String mark = "";

    Speech(Audiences audiences, Sentry sentry, LongSupplier nanos) {
        this.audiences = audiences;
        this.sentry = sentry;
        this.nanos = nanos;
        this.words = new Allowance(WORDS_PER_SECOND, WORDS_BURST, nanos.getAsLong());
        this.signs = new Allowance(WORDS_PER_SECOND, WORDS_BURST, nanos.getAsLong());
    }

    /** Its pilot was let in, perhaps not for the first time: it does not hear whom it muted. */
    void enter(Viewer admitted, String itsMark) {
        admitted.mutes = mutes;
        mark = itsMark;
    }

    /** What its pilot is called by; empty before it is let in. */
    String mark() {
        return mark;
    }

    /** Whether the host wants nobody to hear it. */
    boolean silenced() {
        return sentry.silences(mark);
    }

    /** From here on its pilot does not hear who sits in a seat now, or does again. */
    void mute(ClientMessage.Mute mute, Venue venue) {
        RoomNews.Seat sitter = audiences.of(venue).sitter(mute.seat());
        if (sitter != null) {
            mutes.set(sitter.session(), mute.on());
        }
    }

    /** Passes words on, unless they are for the room itself, which they then come to. */
    Optional<RoomMessage> say(ClientMessage.Say say, Venue venue, Viewer speaker) {
        String text = Words.clean(say.text());
        if (text.isEmpty() || !mayBeHeard(speaker)) {
            return Optional.empty();
        }
        boolean order = VoteWords.meant(text);
        Venue room = audiences.latest(venue);
        Optional<String> objection =
                (order ? VoteWords.objection(text, speaker) : objection(say.team(), room, speaker))
                        .or(() -> hurry(words));
        if (objection.isPresent()) {
            speaker.say(new Notice(objection.get()));
            return Optional.empty();
        }
        if (order) {
            return VoteWords.read(text, speaker);
        }
        pass(room, new Chat(speaker.seat, say.team(), text));
        return Optional.empty();
    }

    void give(ClientMessage.Emote emote, Venue venue, Viewer speaker) {
        if (!mayBeHeard(speaker)) {
            return;
        }
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

    private boolean mayBeHeard(Viewer speaker) {
        if (silenced()) {
            speaker.say(new Notice("the host has muted you: nobody hears this"));
            return false;
        }
        return true;
    }

    private void pass(Venue room, Chat chat) {
        audiences.talk(room, new Talk(chat.seat(), chat.team(), chat));
    }

    private Optional<String> objection(boolean team, Venue room, Viewer speaker) {
        if (speaker.seat < 0) {
            return Optional.of("only pilots may speak");
        }
        if (room.chat() == ChatPolicy.OFF) {
            return Optional.of("nobody speaks in this room: give a sign");
        }
        if (team && audiences.of(room).side(speaker.seat) == 0) {
            return Optional.of("there are no teams here: speak to everybody");
        }
        if (!team && room.chat() == ChatPolicy.TEAM) {
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
