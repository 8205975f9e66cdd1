package dev.apsis.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Writes the file a host begins with: all there is, as comments, and fresh secrets. Pure. */
public final class CommentedFile {
    private static final int COLUMNS = 96;
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ./@_-]*");

    private static final String HEAD =
            """
            # The configuration of an Apsis server.
            # A line that begins with '#' is a comment and shows the default: take the '#' away,
            # and change it. Flags beat the environment, which beats this file.
            # 'apsis config check' tells what is wrong with it, 'apsis config show' what it comes
            # to.
            """;

    private static final String FOOT =
            """

            # Several rooms, each with a name of its own; what they do not say is as in 'room'.
            # rooms:
            #   arena:
            #     bots: 8
            #   turns:
            #     rotation: [ffa@lone, teams-3]
            #     schedule: [fri-sat 18:00-24:00]
            """;

    private final StringBuilder file = new StringBuilder(HEAD);

    private CommentedFile() {}

    /** The whole file; {@code tokenSecret} is one nobody else has. */
    public static String text(String tokenSecret) {
        var writing = new CommentedFile();
        String section = "";
        for (Key<?> key : KeyTable.all()) {
            if (!key.section().equals(section)) {
                section = key.section();
                writing.file.append('\n').append(section).append(":\n");
            }
            writing.write(key, key.equals(ServerKeys.TOKEN_SECRET) ? tokenSecret : "");
        }
        return writing.file.append(FOOT).toString();
    }

    private void write(Key<?> key, String secret) {
        String allowed = "It is " + key.kind().allowed() + '.';
        String when = "Changed: " + key.effect().words() + '.';
        for (String line : wrap(key.about() + ' ' + allowed + ' ' + when)) {
            file.append("  # ").append(line).append('\n');
        }
        boolean fresh = !secret.isEmpty();
        file.append(fresh ? "  " : "  # ").append(key.name()).append(": ");
        file.append(fresh ? quoted(secret) : value(key)).append('\n');
    }

    /** A default, as it is written in a file. */
    static String value(Key<?> key) {
        List<String> texts = key.standard().stream().map(CommentedFile::quoted).toList();
        return key.many() ? '[' + String.join(", ", texts) + ']' : texts.get(0);
    }

    private static String quoted(String text) {
        return PLAIN.matcher(text).matches() ? text : '"' + text + '"';
    }

    private static List<String> wrap(String text) {
        List<String> lines = new ArrayList<>();
        var line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() + 1 > COLUMNS) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
