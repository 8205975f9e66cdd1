package dev.apsis.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Where results, accounts and bans are kept. */
public final class StoreKeys {
    public static final Key<Boolean> OFF =
            new Key<>(
                    "store.off",
                    new Kind.Switch(),
                    List.of("false"),
                    "--no-store",
                    Effect.RESTART,
                    "Keep nothing: everybody is a guest, and no round is remembered.");

    public static final Key<String> DIRECTORY =
            new Key<>(
                    "store.directory",
                    new Kind.Text("a directory this server may write to", StoreKeys::isPath),
                    List.of("data"),
                    "--data",
                    Effect.RESTART,
                    "Where the embedded database is, and the journal of finished rounds.");

    public static final Key<String> URL =
            new Key<>(
                    "store.url",
                    new Kind.Secret(
                            "empty, or a database such as postgresql://host:5432/name",
                            text -> text.isEmpty() || text.matches("(jdbc:)?postgres(ql)?:.*")),
                    List.of(""),
                    "",
                    Effect.RESTART,
                    "A PostgreSQL instead of the embedded database.");

    public static final Key<String> USER =
            new Key<>(
                    "store.user",
                    new Kind.Text("a name", text -> true),
                    List.of(""),
                    "--store-user",
                    Effect.RESTART,
                    "Whom the database knows this server as, unless its URL says it.");

    public static final Key<String> PASSWORD =
            new Key<>(
                    "store.password",
                    new Kind.Secret("a text", text -> true),
                    List.of(""),
                    "",
                    Effect.RESTART,
                    "What the database asks for, unless its URL says it.");

    public static final Key<Integer> JOURNAL_MIB =
            new Key<>(
                    "store.journal-mib",
                    new Kind.Whole(1, 4096, "MiB"),
                    List.of("64"),
                    "--journal",
                    Effect.RESTART,
                    "Finished rounds wait in so much on disk while the database is away; further"
                            + " ones are lost, counted and logged.");

    static final List<Key<?>> ALL = List.of(OFF, DIRECTORY, URL, USER, PASSWORD, JOURNAL_MIB);

    private StoreKeys() {}

    private static boolean isPath(String text) {
        try {
            return !text.isBlank() && Path.of(text).getNameCount() >= 0;
        } catch (InvalidPathException malformed) {
            return false;
        }
    }
}
