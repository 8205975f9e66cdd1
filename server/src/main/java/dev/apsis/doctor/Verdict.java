package dev.apsis.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What readings mean, in words: every fault by its name, and what to do. The page's doctor has the
 * same rules; docs/vectors/doctor.json holds both to it. Pure.
 */
public record Verdict(List<Finding> findings, String advice) {
    /** A stream that tells of what was so long ago is being held back. */
    private static final double BUFFERED_MILLIS = 1000;

    private static final double FAR_MILLIS = 80;
    private static final double UNSTEADY_MILLIS = 60;
    private static final double CLOCK_MILLIS = 1000;

    /** One fault, and what it means. */
    public record Finding(String fault, String words) {}

    public Verdict {
        findings = List.copyOf(findings);
    }

    public static Verdict of(Readings readings) {
        List<Finding> findings = new ArrayList<>();
        reach(readings, findings);
        way(readings.way(), findings);
        long lost = Stream.of(Transport.values()).mapToLong(each -> readings.of(each).lost).sum();
        if (lost > 0) {
            String words = " events never came: that is a bug of ours, please report it.";
            add(findings, "lossy", lost + words);
        }
        return new Verdict(findings, advice(readings, findings));
    }

    /** Whether anything came back at all. */
    public boolean reachable() {
        return !has(findings, "unreachable");
    }

    private static void reach(Readings readings, List<Finding> findings) {
        boolean answers = readings.of(Transport.POLL).opened;
        boolean upgrades = readings.of(Transport.SOCKET).opened;
        if (!answers && !upgrades) {
            add(findings, "unreachable", "The server answers no request.");
        } else if (!upgrades) {
            add(
                    findings,
                    "no_socket",
                    "The WebSocket upgrade does not get through: something in between drops it.");
        }
        if (answers && held(readings.of(Transport.SSE))) {
            add(
                    findings,
                    "buffered",
                    "Streams are buffered: something in between waits for more before it passes on"
                            + " what the server said at once.");
        }
        List<Double> cuts =
                Stream.of(Transport.LONG_POLL, Transport.SSE, Transport.SOCKET)
                        .flatMap(each -> readings.of(each).cutMillis.stream())
                        .toList();
        if (!cuts.isEmpty()) {
            String after = String.format(Locale.ROOT, "%.0f", Shares.median(cuts) / 1000);
            add(findings, "cut", "Long connections are cut after about " + after + " s.");
        }
    }

    private static boolean held(Figures stream) {
        return stream.events() == 0 || Shares.median(stream.lateMillis) > BUFFERED_MILLIS;
    }

    private static void way(Way way, List<Finding> findings) {
        double trip = Shares.median(way.roundTripMillis());
        if (trip > FAR_MILLIS) {
            long millis = Math.round(trip);
            add(findings, "far", "The way is long: " + millis + " ms there and back.");
        }
        double varies = Shares.jitter(way.roundTripMillis());
        if (varies > UNSTEADY_MILLIS) {
            long millis = Math.round(varies);
            String words = "The way is unsteady: one answer in twenty takes " + millis;
            add(findings, "unsteady", words + " ms more.");
        }
        double off = Math.abs(way.offsetMillis());
        if (off > CLOCK_MILLIS) {
            String seconds = String.format(Locale.ROOT, "%.1f", off / 1000);
            String words = " s off the server's; the game does not mind.";
            add(findings, "clock", "Your clock is " + seconds + words);
        }
    }

    private static void add(List<Finding> findings, String fault, String words) {
        findings.add(new Finding(fault, words));
    }

    private static boolean has(List<Finding> findings, String fault) {
        return findings.stream().anyMatch(finding -> finding.fault().equals(fault));
    }

    private static String advice(Readings readings, List<Finding> findings) {
        if (has(findings, "unreachable")) {
            return "Nothing works from here: is the server up?";
        }
        if (!has(findings, "no_socket")) {
            return has(findings, "cut")
                    ? "Play over WebSocket: it is cut now and then, and comes back with your seat."
                    : "Play over WebSocket: it is the fastest and the cheapest way, and it works"
                            + " here.";
        }
        String wss =
                readings.way().secure()
                        ? ""
                        : " Over https:// most proxies let WebSockets through.";
        return has(findings, "buffered")
                ? "WebSockets are blocked and streams are held back: only polling works, too slow"
                        + " to play."
                        + wss
                : "WebSockets are blocked here; you'll play over SSE at 15 Hz." + wss;
    }
}
