package dev.apsis.watch;

import dev.apsis.measure.Buckets;
import dev.apsis.measure.Buckets.Counted;

/**
 * Writes the text format that Prometheus reads. Owned by whoever writes one page.
 *
 * <pre>
 * # HELP name words
 * # TYPE name gauge | counter | histogram
 * name{label="value",...} number
 * </pre>
 */
final class Exposition {
    static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double NANOS_PER_SECOND = 1e9;

    private final StringBuilder out = new StringBuilder(16_384);

    /** All samples of one metric follow. */
    Exposition begin(Metric metric) {
        out.append("# HELP ").append(metric.title()).append(' ').append(metric.help());
        out.append("\n# TYPE ").append(metric.title()).append(' ').append(metric.kind().word());
        out.append('\n');
        return this;
    }

    void sample(Metric metric, String labels, double value) {
        line(metric.title(), labels, number(value));
    }

    /** A histogram's buckets count all that is no longer than their edge. */
    void sample(Metric metric, String labels, Counted counted) {
        String before = labels.isEmpty() ? "" : labels + ",";
        long sum = 0;
        for (int i = 0; i < counted.counts().size(); i++) {
            sum += counted.counts().get(i);
            String edge =
                    i < Buckets.edges() ? number(Buckets.edgeNanos(i) / NANOS_PER_SECOND) : "+Inf";
            line(metric.title() + "_bucket", before + label("le", edge), number((double) sum));
        }
        line(metric.title() + "_sum", labels, number(counted.sumNanos() / NANOS_PER_SECOND));
        line(metric.title() + "_count", labels, number((double) sum));
    }

    /** One label; what would end its value or line is written so that it does not. */
    static String label(String name, String value) {
        String safe = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return name + "=\"" + safe + '"';
    }

    String text() {
        return out.toString();
    }

    private void line(String name, String labels, String value) {
        out.append(name);
        if (!labels.isEmpty()) {
            out.append('{').append(labels).append('}');
        }
        out.append(' ').append(value).append('\n');
    }

    /** Whole numbers without a point. */
    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }
}
