package dev.apsis.admin;

import dev.apsis.config.Effect;
import dev.apsis.config.LiveSettings;
import dev.apsis.config.LiveSettings.Change;
import dev.apsis.config.LiveSettings.Outcome;
import dev.apsis.config.Problem;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where settings of a running server are read and changed. Shared; it keeps nothing. */
final class SettingsDesk {
    private static final int MAX_PATH_CHARS = 100;
    private static final int MAX_VALUE_CHARS = 1000;

    private final LiveSettings settings;
    private final Trail trail;

    SettingsDesk(LiveSettings settings, Trail trail) {
        this.settings = settings;
        this.trail = trail;
    }

    /** Everything that can be set; secrets are not shown. */
    JsonObject all() {
        var lines = new JsonArray();
        for (LiveSettings.Line line : settings.list()) {
            Effect effect = line.key().effect();
            lines.add(
                    new JsonObject()
                            .put("path", line.key().path())
                            .put("value", line.value())
                            .put("source", line.given().source().name().toLowerCase(Locale.ROOT))
                            .put("effect", effect.words())
                            .put("about", line.key().about())
                            .put("allowed", line.key().kind().allowed())
                            .put("changeable", effect != Effect.RESTART)
                            .put("waits", line.waits()));
        }
        return new JsonObject().put("settings", lines);
    }

    /** Changes one setting, until the server ends; or forgets that it was changed. */
    Future<JsonObject> change(Badge by, Wish wish) {
        String path = wish.someWords("path", MAX_PATH_CHARS);
        String value = wish.words("value", MAX_VALUE_CHARS);
        boolean forget = wish.truth("forget");
        if (!wish.problems().isEmpty()) {
            return Moderation.refused(wish);
        }
        return switch (forget ? settings.forget(path) : settings.apply(path, value)) {
            case Outcome.Refused(List<Problem> problems) ->
                    Future.failedFuture(
                            new Moderation.Refused(
                                    problems.stream()
                                            .map(Problem::toString)
                                            .collect(Collectors.joining("; "))));
            case Outcome.Applied(List<Change> changes) -> {
                var told = new JsonArray();
                changes.forEach(change -> told.add(change.toString()));
                yield trail.note(by, forget ? "forget setting" : "set", path, told.encode())
                        .map(noted -> new JsonObject().put("changes", told));
            }
        };
    }
}
