package dev.apsis.load;

import dev.apsis.measure.Histogram;

import io.vertx.core.json.JsonObject;

import java.util.Locale;

/** How durations spread, in milliseconds: half were no longer than p50. All 0 without any. */
public record SpreadMillis(double p50, double p99, double max) {
    private static final double MICROS = 1000;

    /** Of durations that were counted in microseconds. */
    public static SpreadMillis ofMicros(Histogram micros) {
        return new SpreadMillis(
                micros.quantile(0.5) / MICROS,
                micros.quantile(0.99) / MICROS,
                micros.max() / MICROS);
    }

    public JsonObject json() {
        return new JsonObject()
                .put("p50", rounded(p50))
                .put("p99", rounded(p99))
                .put("max", rounded(max));
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f  p99 %.1f  max %.1f ms", p50, p99, max);
    }

    private static double rounded(double millis) {
        return Math.round(millis * MICROS) / MICROS;
    }
}
