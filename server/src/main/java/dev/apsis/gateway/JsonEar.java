package dev.apsis.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Sign;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads what a JSON client says, and refuses what it should not say as the binary reader would.
 *
 * <pre>
 * {"kind":"hello","name":TEXT,"token":TEXT?,"password":TEXT?,"spectate":BOOL?,"bot":BOOL?,
 *  "hue":0..359?}
 * {"kind":"command","turn":-1|0|1?,"aim":DEGREES?,"thrust":BOOL?,"brake":BOOL?,"boost":BOOL?,
 *  "fire":BOOL?,"jump":BOOL?}
 * {"kind":"rate","perSecond":1..30}
 * {"kind":"ping","serial":0..65535}
 * {"kind":"resync"}
 * {"kind":"goodbye"}
 * {"kind":"say","text":TEXT,"team":BOOL?}
 * {"kind":"pause","on":BOOL}
 * {"kind":"follow","seat":0..2047}
 * {"kind":"look","x":UNITS,"y":UNITS}
 * {"kind":"emote","sign":"good_fight"|"nice_shot"|...}
 * {"kind":"mute","seat":0..2047,"on":BOOL}
 * </pre>
 */
final class JsonEar {
    private static final int MAX_RATE = 30;
    private static final int MAX_PLACE = 32_000;
    private static final int MAX_SERIAL = 65535;
    private static final int MAX_SEAT = (1 << OrbitSchema.SEAT_BITS) - 1;
    private static final double FULL_TURN = 360;
    private static final String SIGNS =
            Stream.of(Sign.values()).map(Sign::word).collect(Collectors.joining(", "));

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private JsonEar() {}

    static Heard hear(String text) {
        JsonNode message = parse(text);
        if (!message.isObject()) {
            throw new WireException("a message is a JSON object");
        }
        String kind = text(message, "kind", 16);
        return switch (kind) {
            case "hello" -> said(hello(message));
            case "command" -> new Heard.Held(command(message));
            case "rate" -> new Heard.Rate(number(message, "perSecond", 1, MAX_RATE));
            case "ping" -> said(new ClientMessage.Ping(number(message, "serial", 0, MAX_SERIAL)));
            case "resync" -> said(new ClientMessage.Resync());
            case "goodbye" -> said(new ClientMessage.Goodbye());
            case "say" ->
                    said(
                            new ClientMessage.Say(
                                    flag(message, "team"), text(message, "text", Chat.MAX_BYTES)));
            case "pause" -> said(new ClientMessage.Pause(flag(message, "on")));
            case "follow" -> said(new ClientMessage.Follow(number(message, "seat", 0, MAX_SEAT)));
            case "look" -> said(new ClientMessage.Look(place(message, "x"), place(message, "y")));
            case "emote" -> said(new ClientMessage.Emote(sign(message)));
            case "mute" ->
                    said(
                            new ClientMessage.Mute(
                                    number(message, "seat", 0, MAX_SEAT), flag(message, "on")));
            default -> throw new WireException("a message of unknown kind '" + kind + "'");
        };
    }

    private static Heard said(ClientMessage message) {
        return new Heard.Said(message);
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException malformed) {
            int column =
                    malformed.getLocation() == null ? 1 : malformed.getLocation().getColumnNr();
            throw new WireException("not JSON from column " + column + " on");
        }
    }

    private static ClientMessage hello(JsonNode message) {
        return new ClientMessage.Hello(
                OrbitSchema.SCHEMA.hash(),
                textOr(message, "name", ClientMessage.Hello.MAX_NAME_BYTES),
                textOr(message, "token", ClientMessage.Hello.MAX_TOKEN_BYTES),
                textOr(message, "password", ClientMessage.Hello.MAX_PASSWORD_BYTES),
                flag(message, "spectate"),
                flag(message, "bot"),
                message.has("hue") ? number(message, "hue", 0, Wire.HUES - 1) : Wire.ANY_HUE);
    }

    private static int command(JsonNode message) {
        boolean aims = message.has("aim");
        int turn = message.has("turn") ? number(message, "turn", -1, 1) : 0;
        int steer = turn > 0 ? Command.LEFT : turn < 0 ? Command.RIGHT : Command.STRAIGHT;
        return Command.of(
                        aims ? Command.TOWARDS : steer,
                        aims ? heading(message.get("aim")) : 0,
                        flag(message, "thrust"),
                        flag(message, "brake"),
                        flag(message, "boost"),
                        flag(message, "fire"),
                        flag(message, "jump"))
                .packed();
    }

    private static int heading(JsonNode degrees) {
        double value = degrees.isNumber() ? degrees.doubleValue() : Double.NaN;
        if (!(Math.abs(value) <= 1e6)) {
            throw new WireException("'aim' is a number of degrees");
        }
        return (int) Math.floor(value / FULL_TURN * Angles.CIRCLE + 0.5) & 0xffff;
    }

    private static int place(JsonNode message, String name) {
        return number(message, name, -MAX_PLACE, MAX_PLACE);
    }

    private static Sign sign(JsonNode message) {
        return Sign.of(text(message, "sign", 16))
                .orElseThrow(() -> new WireException("'sign' is one of " + SIGNS));
    }

    private static boolean flag(JsonNode message, String name) {
        JsonNode value = message.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw new WireException("'" + name + "' is true or false");
        }
        return value.asBoolean();
    }

    private static int number(JsonNode message, String name, int least, int most) {
        JsonNode value = message.path(name);
        boolean whole = value.isIntegralNumber() && value.canConvertToInt();
        if (!whole || value.intValue() < least || value.intValue() > most) {
            throw new WireException(
                    "'" + name + "' is a whole number from " + least + " to " + most);
        }
        return value.intValue();
    }

    private static String textOr(JsonNode message, String name, int maxBytes) {
        return message.has(name) ? text(message, name, maxBytes) : "";
    }

    private static String text(JsonNode message, String name, int maxBytes) {
        JsonNode value = message.path(name);
        String text = value.isTextual() ? value.textValue() : null;
        if (text == null || text.getBytes(StandardCharsets.UTF_8).length > maxBytes) {
            throw new WireException("'" + name + "' is a text of " + maxBytes + " bytes at most");
        }
        return text;
    }
}
