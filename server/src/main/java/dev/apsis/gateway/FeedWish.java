package dev.apsis.gateway;

import dev.apsis.protocol.bits.WireException;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;

/**
 * What a reader says on its feed socket.
 *
 * <pre>
 * {"kind":"subscribe","channel":TEXT,"since":CURSOR?,"token":TEXT?,"friends":[NAME, ...]?}
 * {"kind":"leave","channel":TEXT}
 * {"kind":"ping","serial":NUMBER}
 * {"kind":"prove","challenge":TEXT}
 * </pre>
 */
sealed interface FeedWish {
    int MAX_CHANNEL_CHARS = 64;

    record Subscribe(String channel, String since, String token, List<String> friends)
            implements FeedWish {
        public Subscribe {
            friends = List.copyOf(friends);
        }
    }

    record Leave(String channel) implements FeedWish {}

    record Ping(long serial) implements FeedWish {}

    /** A directory asks whether this is the server that announced itself. */
    record Prove(String challenge) implements FeedWish {}

    static FeedWish read(String text) {
        try {
            var json = new JsonObject(text);
            return switch (json.getString("kind", "")) {
                case "subscribe" -> subscribe(json);
                case "leave" -> new Leave(channel(json));
                case "ping" -> new Ping(serial(json));
                case "prove" -> new Prove(challenge(json));
                default -> throw new WireException("'kind' is subscribe, leave, ping or prove");
            };
        } catch (DecodeException | ClassCastException malformed) {
            throw new WireException("a message is a JSON object of texts and numbers");
        }
    }

    private static Subscribe subscribe(JsonObject json) {
        List<String> friends = new ArrayList<>();
        for (Object friend : json.getJsonArray("friends", new JsonArray())) {
            friends.add((String) friend);
        }
        return new Subscribe(
                channel(json), json.getString("since", ""), json.getString("token", ""), friends);
    }

    private static String channel(JsonObject json) {
        String channel = json.getString("channel", "");
        if (channel.isEmpty() || channel.length() > MAX_CHANNEL_CHARS) {
            throw new WireException("'channel' is a text such as room/arena");
        }
        return channel;
    }

    private static String challenge(JsonObject json) {
        String challenge = json.getString("challenge", "");
        if (!challenge.matches("[\\w-]{16,64}")) {
            throw new WireException("'challenge' is 16 to 64 of A-Z, a-z, 0-9, '-' and '_'");
        }
        return challenge;
    }

    private static long serial(JsonObject json) {
        Long serial = json.getLong("serial");
        if (serial == null) {
            throw new WireException("'serial' is a number");
        }
        return serial;
    }
}
