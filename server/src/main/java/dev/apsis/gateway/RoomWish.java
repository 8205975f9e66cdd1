package dev.apsis.gateway;

import dev.apsis.engine.BotPolicy;

import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A room somebody would like: its name may be empty, then the lobby makes one up. */
public record RoomWish(
        String name,
        String mode,
        int capacity,
        String password,
        int bots,
        boolean listed,
        int teams,
        ChatPolicy chat,
        BotPolicy botPolicy) {
    public static final int MAX_CAPACITY = 1000;
    public static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    public static final Set<String> MODES = Set.of("ffa", "teams", "duel");

    private static final int STANDARD_CAPACITY = 32;
    private static final int MAX_PASSWORD_CHARS = 64;
    private static final int LEAST_TEAMS = 2;
    private static final int MOST_TEAMS = 4;
    private static final List<String> KEYS =
            List.of(
                    "name",
                    "mode",
                    "capacity",
                    "password",
                    "bots",
                    "listed",
                    "teams",
                    "chat",
                    "botPolicy");

    /** A wish as JSON, and all that is wrong with it; it is good if that is nothing. */
    public static RoomWish read(JsonObject json, List<String> problems) {
        for (String key : json.fieldNames()) {
            if (!KEYS.contains(key)) {
                problems.add("'" + key + "' is unknown: use " + String.join(", ", KEYS));
            }
        }
        String mode = text(json, "mode", "ffa", problems);
        int standard = mode.equals("duel") ? 2 : STANDARD_CAPACITY;
        if (json.containsKey("teams") && !mode.equals("teams")) {
            problems.add("teams is for mode teams");
        }
        RoomWish wish =
                new RoomWish(
                        text(json, "name", "", problems),
                        mode,
                        number(json, "capacity", standard, problems),
                        text(json, "password", "", problems),
                        number(json, "bots", 0, problems),
                        flag(json, "listed", true, problems),
                        number(json, "teams", LEAST_TEAMS, problems),
                        chat(json, problems),
                        botPolicy(json, problems));
        problems.addAll(wish.problems());
        return wish;
    }

    /** What is wrong with it, each in a sentence that says what is allowed. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            problems.add("name is 1 to 32 of a-z, 0-9 and '-', beginning with a letter or digit");
        }
        if (!MODES.contains(mode)) {
            problems.add("mode is ffa, teams or duel");
        }
        if (mode.equals("duel") && capacity != 2) {
            problems.add("a duel has a capacity of 2");
        }
        if (capacity < 1 || capacity > MAX_CAPACITY) {
            problems.add("capacity is 1 to " + MAX_CAPACITY);
        }
        if (bots < 0 || bots > capacity) {
            problems.add("bots is 0 to the capacity");
        }
        if (teams < LEAST_TEAMS || teams > MOST_TEAMS) {
            problems.add("teams is " + LEAST_TEAMS + " to " + MOST_TEAMS);
        }
        if (password.length() > MAX_PASSWORD_CHARS) {
            problems.add("password is at most " + MAX_PASSWORD_CHARS + " characters");
        }
        return problems;
    }

    private static ChatPolicy chat(JsonObject json, List<String> problems) {
        String word = text(json, "chat", ChatPolicy.ROOM.word(), problems);
        for (ChatPolicy policy : ChatPolicy.values()) {
            if (policy.word().equals(word)) {
                return policy;
            }
        }
        problems.add("chat is room, team or off");
        return ChatPolicy.ROOM;
    }

    private static BotPolicy botPolicy(JsonObject json, List<String> problems) {
        String word = text(json, "botPolicy", BotPolicy.OPEN.word(), problems);
        for (BotPolicy policy : BotPolicy.values()) {
            if (policy.word().equals(word)) {
                return policy;
            }
        }
        problems.add("botPolicy is open, none, fill or only");
        return BotPolicy.OPEN;
    }

    private static String text(
            JsonObject json, String key, String standard, List<String> problems) {
        Object value = json.getValue(key, standard);
        if (value instanceof String text) {
            return text;
        }
        problems.add(key + " is a text");
        return standard;
    }

    private static int number(JsonObject json, String key, int standard, List<String> problems) {
        Object value = json.getValue(key, standard);
        if (value instanceof Integer number) {
            return number;
        }
        problems.add(key + " is a whole number");
        return standard;
    }

    private static boolean flag(
            JsonObject json, String key, boolean standard, List<String> problems) {
        Object value = json.getValue(key, standard);
        if (value instanceof Boolean flag) {
            return flag;
        }
        problems.add(key + " is true or false");
        return standard;
    }
}
