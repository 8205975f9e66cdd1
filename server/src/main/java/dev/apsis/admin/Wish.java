package dev.apsis.admin;

import dev.apsis.door.JsonBody;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What an admin asks for, read from a body of JSON; whatever is wrong with it is gathered, so that
 * it is told all at once. Owned by one request.
 */
final class Wish {
    private final List<String> problems = new ArrayList<>();
    private final JsonObject body;

    Wish(RoutingContext context) {
        this.body = JsonBody.of(context, problems);
    }

    /** A part of the path, which its route has. */
    static String path(RoutingContext context, String name) {
        return Objects.requireNonNullElse(context.pathParam(name), "");
    }

    /** Words of a bounded length; empty if there are none. */
    String words(String field, int mostChars) {
        Object value = body.getValue(field, "");
        if (!(value instanceof String text) || text.length() > mostChars) {
            problems.add("'%s' is a text of at most %d characters".formatted(field, mostChars));
            return "";
        }
        return text.strip();
    }

    /** Words there have to be. */
    String someWords(String field, int mostChars) {
        String words = words(field, mostChars);
        if (words.isEmpty() && problems.isEmpty()) {
            problems.add("'%s' is missing".formatted(field));
        }
        return words;
    }

    /** A whole number within bounds, or what it is if nobody says. */
    int number(String field, int most, int standard) {
        Object value = body.getValue(field, standard);
        boolean whole = value instanceof Integer number && number >= 0 && number <= most;
        if (!whole) {
            problems.add("'%s' is a whole number from 0 to %d".formatted(field, most));
            return standard;
        }
        return (Integer) value;
    }

    /** Whether something is wanted; not if nobody says. */
    boolean truth(String field) {
        Object value = body.getValue(field, false);
        if (!(value instanceof Boolean wanted)) {
            problems.add("'%s' is true or false".formatted(field));
            return false;
        }
        return wanted;
    }

    /** Something that is not as it should be. */
    void object(String problem) {
        problems.add(problem);
    }

    /** What is wrong with it, in words; empty if nothing is. */
    String problems() {
        return String.join("; ", problems);
    }
}
