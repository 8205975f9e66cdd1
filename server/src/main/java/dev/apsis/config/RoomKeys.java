package dev.apsis.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is set for a room: under {@code room} for all of them, and under {@code rooms.NAME} for one.
 */
public final class RoomKeys {
    /** The section of what holds for every room that does not say otherwise. */
    static final String SECTION = "room";

    /** The section in which each room has its own. */
    static final String EACH = "rooms";

    static final Pattern ROOM_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    public static final Key<String> NAME =
            new Key<>(
                    "name",
                    new Kind.Text(
                            "1 to 32 of a-z, 0-9 and '-'",
                            text -> ROOM_NAME.matcher(text).matches()),
                    List.of("arena"),
                    "--room",
                    Effect.RESTART,
                    "Name of the one room there is where 'rooms' names none.");

    public static final Key<String> MODE =
            choice(
                    "mode",
                    List.of("ffa", "teams", "duel"),
                    Effect.NEXT_ROUND,
                    "How it is played: everyone for themselves, in teams, or one against one.");

    public static final Key<Integer> TEAMS =
            number(
                    "teams",
                    new Kind.Whole(2, 4, ""),
                    2,
                    Effect.NEXT_ROUND,
                    "How many teams there are in mode teams.");

    public static final Key<String> ARENA =
            choice(
                    "arena",
                    List.of("auto", "lone", "cluster", "mirrored"),
                    Effect.NEXT_ROUND,
                    "Where it is played: lone has one star, cluster several, mirrored looks the"
                            + " same from two sides; auto is what fits mode and capacity.");

    public static final Key<List<String>> ROTATION =
            new Key<>(
                    "rotation",
                    new Kind.Many<>(
                            new Kind.Text(
                                    "MODE, MODE@ARENA or, with a number of teams,"
                                            + " teams-3@ARENA, such as ffa@lone",
                                    Turn::isTurn),
                            32),
                    List.of(),
                    "--rotation",
                    Effect.NEXT_ROUND,
                    "What is played in turn, a round each, such as ffa@lone, teams-3, duel; empty:"
                            + " mode and arena stay.");

    public static final Key<Integer> CAPACITY =
            number(
                    "capacity",
                    new Kind.Whole(1, 1000, "seats"),
                    32,
                    Effect.NEXT_ROUND,
                    "Seats in the room; a duel has 2, whatever is said here for all rooms.");

    public static final Key<String> PASSWORD =
            secret("password", "What one has to know to come in; empty: anybody may.");

    public static final Key<Integer> RESERVED_SEATS =
            number(
                    "reserved-seats",
                    new Kind.Whole(0, 1000, "seats"),
                    0,
                    Effect.LIVE,
                    "So many of the seats are kept for who knows the reserved password.");

    public static final Key<String> RESERVED_PASSWORD =
            secret(
                    "reserved-password",
                    "Opens the room, and its reserved seats, to who says it as the password.");

    public static final Key<List<String>> SCHEDULE =
            new Key<>(
                    "schedule",
                    new Kind.Many<>(
                            new Kind.Text(
                                    "DAYS HH:MM-HH:MM, such as 'mon-fri 18:00-23:30' or"
                                            + " 'daily 20:00-02:00'",
                                    Hours::isHours),
                            32),
                    List.of(),
                    "--schedule",
                    Effect.LIVE,
                    "When the room is open; empty: always. A span past midnight belongs to the day"
                            + " on which it begins.");

    public static final Key<String> MOTD =
            new Key<>(
                    "motd",
                    new Kind.Text(
                            "at most 200 characters in one line",
                            text -> text.length() <= 200 && text.lines().count() <= 1),
                    List.of(""),
                    "--motd",
                    Effect.LIVE,
                    "Message of the day, told to who comes in.");

    public static final Key<Boolean> LISTED =
            flag("listed", true, "--listed", "Whether the lobby shows the room.");

    public static final Key<Integer> BOTS =
            number(
                    "bots",
                    new Kind.Whole(0, 1000, "bots"),
                    0,
                    Effect.LIVE,
                    "House bots keep the room at so many participants, and leave as people come.");

    public static final Key<List<Integer>> BOT_LEVELS =
            new Key<>(
                    "bot-levels",
                    new Kind.Many<>(new Kind.Whole(1, 5, ""), 32),
                    List.of("2", "1", "3", "2", "4", "1", "3", "5"),
                    "--bot-levels",
                    Effect.LIVE,
                    "How good house bots are, from 1 to 5, in the order in which they come; then"
                            + " from the start again.");

    public static final Key<String> BALANCE =
            choice(
                    "balance",
                    List.of("rounds", "joins"),
                    Effect.NEXT_ROUND,
                    "How teams are kept even: who comes joins the smallest; with rounds all are"
                            + " also dealt anew by their scores before each round.");

    public static final Key<String> CHAT =
            choice(
                    "chat",
                    List.of("room", "team", "off"),
                    Effect.LIVE,
                    "Whom pilots may speak to: all, their own team only, or nobody; signs are"
                            + " always allowed.");

    public static final Key<String> BOT_POLICY =
            choice(
                    "bot-policy",
                    List.of("open", "none", "fill", "only"),
                    Effect.LIVE,
                    "Which seats are for programs of others: open (all), none, fill (what people"
                            + " leave free) or only (people watch).");

    public static final Key<Integer> IDLE_SECONDS =
            new Key<>(
                    "idle-seconds",
                    new Kind.Whole(0, 86_400, "seconds"),
                    List.of("180"),
                    "--idle",
                    Effect.LIVE,
                    "Pilots who do nothing for so long watch, and their seat is free; 0 for"
                            + " never.");

    public static final Key<Integer> AWAY_SECONDS =
            new Key<>(
                    "away-seconds",
                    new Kind.Whole(0, 86_400, "seconds"),
                    List.of("900"),
                    "--away",
                    Effect.LIVE,
                    "Who then does nothing for so long is sent away; 0 for never.");

    public static final Key<Boolean> SPARE_BOTS =
            flag(
                    "spare-bots",
                    false,
                    "--spare-bots",
                    "Programs that say they are bots may do nothing for as long as they like.");

    public static final Key<Boolean> WAIT_FOR_BOTS =
            new Key<>(
                    "wait-for-bots",
                    new Kind.Switch(),
                    List.of("false"),
                    "--wait-for-bots",
                    Effect.RESTART,
                    "For debugging: no tick is run before every bot has said what it wants in it."
                            + " The room is not listed then.");

    public static final Key<List<String>> VOTES =
            new Key<>(
                    "votes",
                    new Kind.Many<>(new Kind.Choice(List.of("next", "restart", "kick")), 3),
                    List.of("next", "restart", "kick"),
                    "--votes",
                    Effect.LIVE,
                    "What pilots may vote on: the next turn of the rotation, a new start of the"
                            + " match, sending a pilot away; empty for nothing.");

    public static final Key<Integer> VOTE_PERCENT =
            number(
                    "vote-percent",
                    new Kind.Whole(1, 100, "percent"),
                    60,
                    Effect.LIVE,
                    "So many of the people who play must say yes.");

    public static final Key<Integer> VOTE_SECONDS =
            number(
                    "vote-seconds",
                    new Kind.Whole(5, 600, "seconds"),
                    30,
                    Effect.LIVE,
                    "How long a vote is open.");

    public static final Key<Integer> VOTE_COOLDOWN_SECONDS =
            number(
                    "vote-cooldown-seconds",
                    new Kind.Whole(0, 3600, "seconds"),
                    60,
                    Effect.LIVE,
                    "How long after a vote nobody may call the next one.");

    /** What each room may have for itself. */
    static final List<Key<?>> EACH_HAS =
            List.of(
                    MODE,
                    TEAMS,
                    ARENA,
                    ROTATION,
                    CAPACITY,
                    PASSWORD,
                    RESERVED_SEATS,
                    RESERVED_PASSWORD,
                    SCHEDULE,
                    MOTD,
                    LISTED,
                    BOTS,
                    BOT_LEVELS,
                    BALANCE,
                    CHAT,
                    BOT_POLICY,
                    IDLE_SECONDS,
                    AWAY_SECONDS,
                    SPARE_BOTS,
                    WAIT_FOR_BOTS,
                    VOTES,
                    VOTE_PERCENT,
                    VOTE_SECONDS,
                    VOTE_COOLDOWN_SECONDS);

    private RoomKeys() {}

    /** What is said for all rooms, by full paths. */
    static List<Key<?>> forAll() {
        List<Key<?>> keys = new ArrayList<>();
        keys.add(NAME.under(SECTION));
        EACH_HAS.forEach(key -> keys.add(key.under(SECTION)));
        return keys;
    }

    private static Key<String> choice(
            String name, List<String> words, Effect effect, String about) {
        List<String> standard = List.of(words.get(0));
        return new Key<>(name, new Kind.Choice(words), standard, "--" + name, effect, about);
    }

    private static Key<Integer> number(
            String name, Kind.Whole kind, int standard, Effect effect, String about) {
        return new Key<>(name, kind, List.of(String.valueOf(standard)), "--" + name, effect, about);
    }

    private static Key<Boolean> flag(String name, boolean standard, String flag, String about) {
        return new Key<>(
                name,
                new Kind.Switch(),
                List.of(String.valueOf(standard)),
                flag,
                Effect.LIVE,
                about);
    }

    private static Key<String> secret(String name, String about) {
        return new Key<>(
                name,
                new Kind.Secret("at most 64 characters", text -> text.length() <= 64),
                List.of(""),
                "",
                Effect.LIVE,
                about);
    }
}
