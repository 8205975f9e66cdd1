package dev.apsis.config;

/** Writes the page of all settings, docs/CONFIGURATION.md, off the table. Pure. */
public final class ReferencePage {
    private static final String HEAD =
            """
            # Configuration

            This page is written by `./apsis config docs`; do not edit it.

            A server needs no configuration. What is set is looked for in four places, and the
            first one that has it decides: a flag, an environment variable, the file, the default.
            The file is what `--config` names, or else what `APSIS_CONFIG` does, or else
            `apsis.yaml` where the server is started, if it is there.

                ./apsis config init     # writes apsis.yaml, commented, with secrets of its own
                ./apsis config check    # tells everything that is wrong
                ./apsis config show     # tells every value and where it comes from
                ./apsis config docs     # prints this page

            A wrong configuration starts nothing: the process ends with code 2 and names every
            problem, an unknown name with the one that was probably meant. On SIGHUP a running
            server reads it again. What is marked *live* then holds at once, without dropping
            anybody; *next round* waits for the round's end; *restart* waits for the next start,
            and the log says so. A file with problems changes nothing.

            In the file a dot is a level: `server.port` is `port` below `server`. A list is
            written `[a, b]`, and `a,b` in the environment and in a flag. Secrets have no flag,
            since others on the machine can read a command line, and are never shown.

            ## Rooms

            What stands in `room` holds for every room. `rooms` names rooms, each with the same
            settings for itself, all but `name`; without it there is one room:

                rooms:
                  arena:
                    bots: 8
                  friends:
                    password: xyzzy
                    rotation: [ffa@lone, teams-3, duel]

            A room's own settings are `rooms.arena.bots` here, and `APSIS_ROOMS_ARENA_BOTS` in the
            environment if the file names the room. A flag such as `--bots` means `room.bots`: it
            holds where a room says nothing itself.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private ReferencePage() {}

    public static String text() {
        var writing = new ReferencePage();
        String section = "";
        for (Key<?> key : KeyTable.all()) {
            if (!key.section().equals(section)) {
                section = key.section();
                writing.begin(section);
            }
            writing.write(key);
        }
        return writing.page.toString();
    }

    private void begin(String section) {
        page.append("\n## `").append(section).append("`\n");
    }

    private void write(Key<?> key) {
        String standard = CommentedFile.value(key);
        page.append("\n### `").append(key.path()).append("`\n\n");
        page.append(key.about()).append("\n\n");
        page.append("| default | allowed | takes effect | flag | environment |\n");
        page.append("|---|---|---|---|---|\n");
        page.append("| ").append(standard.equals("\"\"") ? "empty" : '`' + standard + '`');
        page.append(" | ").append(cell(key.kind().allowed()));
        page.append(" | ").append(key.effect().words());
        page.append(" | ").append(key.flag().isEmpty() ? "none" : '`' + key.flag() + '`');
        page.append(" | `").append(key.variable()).append("` |\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
