package dev.apsis.web;

import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.orbit.Body;

/** The server's rare messages as JSON text, in the field names of docs/PROTOCOL.md. */
final class Letters {
    private static final int CONTROL = 0x20;

    private Letters() {}

    static String json(ServerMessage message) {
        var out = new StringBuilder(128);
        switch (message) {
            case ServerMessage.Welcome welcome -> welcome(out, welcome);
            case ServerMessage.Refused refused -> {
                text(
                        out.append("{\"kind\":\"refusal\",\"reason\":"),
                        lower(refused.reason().name()));
                text(out.append(",\"text\":"), refused.text());
            }
            case ServerMessage.Pong pong ->
                    out.append("{\"kind\":\"pong\",\"serial\":")
                            .append(pong.serial())
                            .append(",\"tick\":")
                            .append(pong.tick())
                            .append(",\"micros\":")
                            .append(pong.micros());
            case ServerMessage.People people -> people(out, people);
            case ServerMessage.Notice notice ->
                    text(out.append("{\"kind\":\"notice\",\"text\":"), notice.text());
        }
        return out.append('}').toString();
    }

    private static void welcome(StringBuilder out, ServerMessage.Welcome welcome) {
        out.append("{\"kind\":\"welcome\",\"seat\":").append(welcome.seat());
        text(out.append(",\"token\":"), welcome.token());
        text(out.append(",\"room\":"), welcome.room());
        out.append(",\"tick\":").append(welcome.tick());
        out.append(",\"ticksPerFrame\":").append(welcome.ticksPerFrame());
        out.append(",\"ticksPerSecond\":").append(welcome.arena().ticksPerSecond());
        out.append(",\"arena\":{\"radius\":").append(welcome.arena().radiusUnits());
        out.append(",\"bodies\":[");
        String comma = "";
        for (Body body : welcome.arena().bodies()) {
            text(out.append(comma).append("{\"kind\":"), lower(body.type().name()));
            out.append(",\"radius\":").append(body.radiusUnits()).append('}');
            comma = ",";
        }
        out.append("]}");
    }

    private static void people(StringBuilder out, ServerMessage.People people) {
        out.append("{\"kind\":\"people\",\"people\":[");
        String comma = "";
        for (ServerMessage.Person person : people.people()) {
            out.append(comma).append("{\"seat\":").append(person.seat());
            text(out.append(",\"name\":"), person.name());
            out.append(",\"bot\":").append(person.bot());
            out.append(",\"score\":").append(person.score()).append('}');
            comma = ",";
        }
        out.append(']');
    }

    /** Enum names are plain ASCII letters. */
    private static String lower(String name) {
        var lower = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
        }
        return lower.toString();
    }

    private static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < CONTROL) {
                out.append(' ');
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
