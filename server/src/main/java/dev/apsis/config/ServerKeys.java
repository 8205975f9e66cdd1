package dev.apsis.config;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** What is set for the whole server. */
public final class ServerKeys {
    public static final Key<Integer> PORT =
            new Key<>(
                    "server.port",
                    new Kind.Whole(0, 65_535, ""),
                    List.of("7777"),
                    "--port",
                    Effect.RESTART,
                    "Port to listen on; 0 for any free one.");

    public static final Key<String> HOST =
            new Key<>(
                    "server.host",
                    new Kind.Text("an address of this machine", text -> !text.isBlank()),
                    List.of("0.0.0.0"),
                    "--host",
                    Effect.RESTART,
                    "Address to listen on; 0.0.0.0 is all of them.");

    public static final Key<List<String>> ORIGINS =
            new Key<>(
                    "server.allow-origins",
                    new Kind.Many<>(
                            new Kind.Text(
                                    "a scheme and a host, such as https://play.example",
                                    text -> text.matches("https?://[^/\\s]+")),
                            32),
                    List.of(),
                    "--allow-origin",
                    Effect.RESTART,
                    "Foreign pages that may play here, as browsers write their origin.");

    public static final Key<Integer> DRAIN_SECONDS =
            new Key<>(
                    "server.drain-seconds",
                    new Kind.Whole(0, 3600, "seconds"),
                    List.of("20"),
                    "--drain",
                    Effect.LIVE,
                    "How long a round may go on after a signal to stop.");

    public static final Key<String> TOKEN_SECRET =
            new Key<>(
                    "server.token-secret",
                    new Kind.Secret(
                            "empty, or at least 32 characters that nobody can guess",
                            text -> text.isEmpty() || text.length() >= 32),
                    List.of(""),
                    "",
                    Effect.RESTART,
                    "Signs the tokens of seats and accounts. Empty: the store keeps one; without a"
                            + " store it is made up at each start.");

    public static final Key<String> TIME_ZONE =
            new Key<>(
                    "server.time-zone",
                    new Kind.Text(
                            "'system', or a zone such as Europe/Vienna or UTC", ServerKeys::isZone),
                    List.of("system"),
                    "--time-zone",
                    Effect.LIVE,
                    "Where the clocks of schedules hang; 'system' is this machine's own zone.");

    public static final Key<Integer> ROOMS_ON_DEMAND =
            new Key<>(
                    "lobby.rooms",
                    new Kind.Whole(0, 1000, "rooms"),
                    List.of("32"),
                    "--lobby-rooms",
                    Effect.LIVE,
                    "Rooms that players may open themselves at the same time; 0 for none.");

    public static final Key<Integer> SEATS_ON_DEMAND =
            new Key<>(
                    "lobby.seats",
                    new Kind.Whole(0, 100_000, "seats"),
                    List.of("3000"),
                    "--lobby-seats",
                    Effect.LIVE,
                    "Seats in all rooms together that players opened; a wish beyond is declined.");

    public static final Key<Integer> BOTS_ON_DEMAND =
            new Key<>(
                    "lobby.bots",
                    new Kind.Whole(0, 10_000, "bots"),
                    List.of("300"),
                    "--lobby-bots",
                    Effect.LIVE,
                    "House bots in all rooms together that players opened.");

    static final List<Key<?>> ALL =
            List.of(
                    PORT,
                    HOST,
                    ORIGINS,
                    DRAIN_SECONDS,
                    TOKEN_SECRET,
                    TIME_ZONE,
                    ROOMS_ON_DEMAND,
                    SEATS_ON_DEMAND,
                    BOTS_ON_DEMAND);

    private ServerKeys() {}

    private static boolean isZone(String text) {
        if (text.equals("system")) {
            return true;
        }
        try {
            ZoneId zone = ZoneId.of(text);
            return !zone.getId().isEmpty();
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
