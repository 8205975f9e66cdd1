package dev.apsis.gateway;

import dev.apsis.engine.Matter;
import dev.apsis.engine.RoomMessage;

import java.util.Locale;
import java.util.Optional;

/**
 * Words of the chat that are for the room itself. Pure.
 *
 * <pre>
 * order = '/vote next' | '/vote restart' | '/vote kick ' name | '/yes' | '/no'
 * </pre>
 */
final class VoteWords {
    private static final String HELP =
            "one may say /vote next, /vote restart, /vote kick NAME, /yes and /no";

    private VoteWords() {}

    /** Whether words are no chat. */
    static boolean meant(String text) {
        return text.startsWith("/");
    }

    /** Why an order can't be followed, in words for who gave it. */
    static Optional<String> objection(String text, Viewer speaker) {
        if (read(text, speaker).isEmpty()) {
            return Optional.of(HELP);
        }
        return speaker.seat < 0 ? Optional.of("only pilots may vote") : Optional.empty();
    }

    /** What an order says to the room, if it is one. */
    static Optional<RoomMessage> read(String text, Viewer speaker) {
        String[] words = text.strip().split("\\s+", 3);
        String about = words.length > 2 ? words[2] : "";
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "/yes" -> cast(speaker, true);
            case "/no" -> cast(speaker, false);
            case "/vote" -> call(words.length > 1 ? words[1] : "", about, speaker);
            default -> Optional.empty();
        };
    }

    private static Optional<RoomMessage> cast(Viewer speaker, boolean yes) {
        return Optional.of(new RoomMessage.Cast(speaker.seat, speaker.link, yes));
    }

    private static Optional<RoomMessage> call(String word, String name, Viewer speaker) {
        for (Matter matter : Matter.values()) {
            boolean named = (matter == Matter.KICK) != name.isEmpty();
            if (matter.word().equalsIgnoreCase(word) && named) {
                return Optional.of(new RoomMessage.Call(speaker.seat, speaker.link, matter, name));
            }
        }
        return Optional.empty();
    }
}
