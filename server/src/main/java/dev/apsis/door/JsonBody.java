package dev.apsis.door;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import java.util.List;

/** What somebody sent as the body of a request. */
public final class JsonBody {
    private JsonBody() {}

    /** The object it is, or an empty one if it is nothing; a problem if it is something else. */
    public static JsonObject of(RoutingContext context, List<String> problems) {
        String text = context.body().asString();
        try {
            return text == null || text.isEmpty() ? new JsonObject() : new JsonObject(text);
        } catch (DecodeException malformed) {
            problems.add("the body is no JSON object");
            return new JsonObject();
        }
    }
}
