package dev.apsis.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;

/** Which list of servers this one shows, and how it is found in it. */
public final class DirectoryKeys {
    private static final String LIKE = "a scheme and a host, such as https://play.example";

    public static final Key<List<String>> URLS =
            new Key<>(
                    "directory.urls",
                    new Kind.Many<>(new Kind.Text(LIKE, DirectoryKeys::isSite), 4),
                    List.of(),
                    "--directory",
                    Effect.RESTART,
                    "Directories of servers: the lobby shows the first one's list, and all are told"
                            + " of this server if it has a directory.address.");

    public static final Key<String> ADDRESS =
            new Key<>(
                    "directory.address",
                    new Kind.Text("empty, or " + LIKE, text -> text.isEmpty() || isSite(text)),
                    List.of(""),
                    "--public-address",
                    Effect.RESTART,
                    "Where players reach this server. Empty: it is not announced to anybody.");

    public static final Key<String> NAME =
            new Key<>(
                    "directory.name",
                    new Kind.Text("1 to 48 characters", text -> isLine(text, 1, 48)),
                    List.of("Orbit"),
                    "--public-name",
                    Effect.RESTART,
                    "What the server is called in the list.");

    public static final Key<String> DESCRIPTION =
            new Key<>(
                    "directory.description",
                    new Kind.Text("one line of up to 200 characters", text -> isLine(text, 0, 200)),
                    List.of(""),
                    "--public-description",
                    Effect.RESTART,
                    "What the list says of the server below its name.");

    static final List<Key<?>> ALL = List.of(URLS, ADDRESS, NAME, DESCRIPTION);

    private DirectoryKeys() {}

    private static boolean isSite(String text) {
        if (text.length() > 200 || !text.matches("https?://[^/?#@\\s]+/?")) {
            return false;
        }
        try {
            var uri = new URI(text);
            return uri.getHost() != null && uri.getPort() <= 65_535;
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private static boolean isLine(String text, int least, int most) {
        return text.strip().length() >= least
                && text.length() <= most
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
