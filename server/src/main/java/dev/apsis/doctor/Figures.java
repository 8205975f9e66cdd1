package dev.apsis.doctor;

import io.vertx.core.json.JsonObject;

import java.util.ArrayList;
import java.util.List;

/** What was measured of one transport. Owned by its probe, and then by whoever reads it. */
public final class Figures {
    final List<Double> lateMillis = new ArrayList<>();

    /** After how long each connection ended that nobody here ended. */
    final List<Double> cutMillis = new ArrayList<>();

    boolean opened;
    int requests;
    long upBytes;
    long downBytes;
    long lost;
    long doubled;

    /** As the page's doctor and the golden cases write it. */
    static Figures of(JsonObject json) {
        var figures = new Figures();
        figures.opened = json.getBoolean("opened", false);
        figures.lost = json.getInteger("lost", 0);
        numbers(json, "lateMillis", figures.lateMillis);
        numbers(json, "cutMillis", figures.cutMillis);
        return figures;
    }

    private static void numbers(JsonObject json, String name, List<Double> into) {
        if (json.containsKey(name)) {
            json.getJsonArray(name).forEach(each -> into.add(((Number) each).doubleValue()));
        }
    }

    int events() {
        return lateMillis.size();
    }

    /** So much for each event; not a number if none came. */
    double perEvent(long total) {
        return events() == 0 ? Double.NaN : (double) total / events();
    }

    JsonObject json() {
        var json =
                new JsonObject()
                        .put("opened", opened)
                        .put("events", events())
                        .put("requests", requests)
                        .put("upBytes", upBytes)
                        .put("downBytes", downBytes)
                        .put("lost", lost)
                        .put("doubled", doubled)
                        .put("cuts", cutMillis.size());
        if (events() > 0) {
            json.put("lateMillis", Math.round(Shares.median(lateMillis)))
                    .put("late95Millis", Math.round(Shares.at(lateMillis, 0.95)))
                    .put("bytesPerEvent", Math.round(perEvent(upBytes + downBytes)));
        }
        return json;
    }
}
