package dev.apsis.doctor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Locale;

/** Readings and what they mean, as text for people and as JSON for programs. Pure. */
public final class Report {
    private Report() {}

    public static JsonObject json(Readings readings, Verdict verdict) {
        var findings = new JsonArray();
        verdict.findings()
                .forEach(
                        finding ->
                                findings.add(
                                        new JsonObject()
                                                .put("fault", finding.fault())
                                                .put("words", finding.words())));
        var transports = new JsonObject();
        for (Transport transport : Transport.values()) {
            transports.put(transport.word(), readings.of(transport).json());
        }
        Way way = readings.way();
        return new JsonObject()
                .put("advice", verdict.advice())
                .put("findings", findings)
                .put("roundTripMillis", rounded(Shares.median(way.roundTripMillis())))
                .put("jitterMillis", rounded(Shares.jitter(way.roundTripMillis())))
                .put("clockOffsetMillis", rounded(way.offsetMillis()))
                .put("secure", way.secure())
                .put("seconds", rounded(way.seconds()))
                .put("transports", transports);
    }

    private static Object rounded(double value) {
        return Double.isNaN(value) ? "none" : Math.round(value * 10) / 10.0;
    }

    public static String text(Readings readings, Verdict verdict) {
        var text = new StringBuilder(verdict.advice()).append('\n');
        verdict.findings()
                .forEach(
                        finding ->
                                text.append(
                                        String.format(
                                                Locale.ROOT,
                                                "- %s: %s%n",
                                                finding.fault(),
                                                finding.words())));
        Way way = readings.way();
        text.append(
                String.format(
                        Locale.ROOT,
                        "round trip %.1f ms, jitter %.1f ms, clock %.0f ms off, %s, for %.0f s%n",
                        Shares.median(way.roundTripMillis()),
                        Shares.jitter(way.roundTripMillis()),
                        way.offsetMillis(),
                        way.secure() ? "TLS" : "no TLS",
                        way.seconds()));
        for (Transport transport : Transport.values()) {
            text.append(line(transport, readings.of(transport)));
        }
        return text.toString();
    }

    private static String line(Transport transport, Figures figures) {
        return String.format(
                Locale.ROOT,
                "%-20s %4d events  late %6.1f ms (95 %%: %6.1f)  %5.2f requests/event  %5.0f"
                        + " bytes/event  cut %d times%n",
                transport.title(),
                figures.events(),
                Shares.median(figures.lateMillis),
                Shares.at(figures.lateMillis, 0.95),
                figures.perEvent(figures.requests),
                figures.perEvent(figures.upBytes + figures.downBytes),
                figures.cutMillis.size());
    }
}
