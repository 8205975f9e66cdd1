package dev.apsis.config;

import java.util.List;

/** What is set for those who look after the server. */
public final class WatchKeys {
    /** How long a token has to be that a host makes up. */
    private static final int LEAST_TOKEN_CHARS = 16;

    public static final Key<String> LOG_STYLE =
            new Key<>(
                    "log.style",
                    new Kind.Choice(List.of("text", "json")),
                    List.of("text"),
                    "--log-style",
                    Effect.RESTART,
                    "How a line of the log looks: text is for people, json for machines.");

    public static final Key<Boolean> ADMIN =
            new Key<>(
                    "admin.open",
                    new Kind.Switch(),
                    List.of("false"),
                    "--admin",
                    Effect.RESTART,
                    "Whether there is an admin page. The first start makes a token for each role,"
                            + " shows it once, and keeps its hash in the store's directory.");

    public static final Key<List<String>> TOKENS =
            new Key<>(
                    "admin.tokens",
                    new Kind.Many<>(
                            new Kind.Secret(
                                    "name:role:token, with a role of view, moderate or admin and a"
                                            + " token of at least 16 characters",
                                    WatchKeys::isToken),
                            64),
                    List.of(),
                    "",
                    Effect.RESTART,
                    "Who may look after the server, beside those of the store's directory; with"
                            + " such tokens the admin page is open, and none are made.");

    static final List<Key<?>> ALL = List.of(LOG_STYLE, ADMIN, TOKENS);

    private WatchKeys() {}

    private static boolean isToken(String text) {
        String[] parts = text.split(":", 3);
        return parts.length == 3
                && parts[0].matches("[\\w.-]{1,64}")
                && List.of("view", "moderate", "admin").contains(parts[1])
                && parts[2].length() >= LEAST_TOKEN_CHARS;
    }
}
