package dev.apsis.feed;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An event's place in its channel's sequence: which opening of the channel, and the how-manieth of
 * it. Readers keep the last one they saw, and ask for what came after it.
 *
 * <pre>
 * id = epoch '-' number
 * </pre>
 */
public record EventId(String epoch, long number) {
    private static final Pattern TEXT = Pattern.compile("([a-z0-9]{1,16})-([0-9]{1,16})");

    /** What a reader says it saw; null if that is no id at all. */
    public static @Nullable EventId parse(@Nullable String text) {
        Matcher found = TEXT.matcher(text == null ? "" : text);
        return found.matches() ? new EventId(found.group(1), Long.parseLong(found.group(2))) : null;
    }

    @Override
    public String toString() {
        return epoch + '-' + number;
    }
}
