package dev.apsis.gateway;

import dev.apsis.engine.Gauges;
import dev.apsis.engine.Relief;
import dev.apsis.engine.Spread;

import io.vertx.core.json.JsonObject;

import java.util.Locale;

/** A room's gauges as JSON. Pure. */
final class RoomHealth {
    private RoomHealth() {}

    static JsonObject json(Gauges gauges) {
        return new JsonObject()
                .put("tick", gauges.tick())
                .put("players", gauges.heads().players())
                .put("people", gauges.heads().people())
                .put("viewers", gauges.heads().viewers())
                .put("tickLate", json(gauges.time().late()))
                .put("tickTook", json(gauges.time().took()))
                .put("ticksDropped", gauges.time().dropped())
                .put("snapshots", gauges.shown().snapshots())
                .put("snapshotsSkipped", gauges.shown().skipped())
                .put("resyncs", gauges.shown().resyncs())
                .put("commandsLate", gauges.shown().lateCommands())
                .put("relief", word(gauges.relieved().now()))
                .put("reliefsTaken", taken(gauges.relieved()));
    }

    private static JsonObject json(Spread spread) {
        return new JsonObject()
                .put("count", spread.count())
                .put("p50Micros", spread.p50Micros())
                .put("p99Micros", spread.p99Micros())
                .put("maxMicros", spread.maxMicros());
    }

    private static JsonObject taken(Gauges.Relieved relieved) {
        var taken = new JsonObject();
        for (Relief step : Relief.values()) {
            if (step != Relief.NONE) {
                taken.put(word(step), relieved.taken().getOrDefault(step, 0));
            }
        }
        return taken;
    }

    private static String word(Relief step) {
        return step.name().toLowerCase(Locale.ROOT);
    }
}
