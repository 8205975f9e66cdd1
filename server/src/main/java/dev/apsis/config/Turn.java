package dev.apsis.config;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is played for one round of a rotation.
 *
 * <pre>
 * turn = mode ['-' teams] ['@' arena]
 * </pre>
 */
public record Turn(String mode, OptionalInt teams, String arena) {
    private static final Pattern FORM =
            Pattern.compile("(ffa|duel|teams(?:-([2-4]))?)(?:@(auto|lone|cluster|mirrored))?");

    static boolean isTurn(String text) {
        return FORM.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** What a text says that is of the right form. */
    public static Turn of(String text) {
        Matcher turn = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!turn.matches()) {
            throw new IllegalArgumentException(text);
        }
        String teams = turn.group(2);
        String arena = turn.group(3);
        return new Turn(
                turn.group(1).replaceFirst("-.*", ""),
                teams == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(teams)),
                arena == null ? "auto" : arena);
    }
}
