package dev.apsis.bench;

import io.vertx.core.json.JsonObject;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** All figures of a run, and where they were taken: as a table, as JSON, as a page. */
public record Results(
        String version, LocalDate day, boolean quick, Machine machine, List<Figure> figures) {
    public Results {
        figures = List.copyOf(figures);
    }

    public JsonObject json() {
        var trials = new JsonObject();
        for (Figure figure : figures) {
            if (!trials.containsKey(figure.trial())) {
                trials.put(figure.trial(), new JsonObject());
            }
            trials.getJsonObject(figure.trial()).put(figure.key(), figure.value());
        }
        return new JsonObject()
                .put("version", version)
                .put("day", day.toString())
                .put("quick", quick)
                .put("machine", machine.json())
                .put("figures", trials);
    }

    public String text() {
        var out = new StringBuilder(machine.text()).append(System.lineSeparator());
        for (Figure figure : figures) {
            out.append(
                    String.format(
                            "%-8s %-68s %12s %s%n",
                            figure.trial(), figure.what(), number(figure), figure.unit()));
        }
        return out.toString();
    }

    public String markdown() {
        var out = new StringBuilder();
        out.append("# Benchmarks\n\n");
        out.append("Written by `./apsis bench --markdown FILE`").append(quick ? " --quick" : "");
        out.append(" on ").append(day).append(", version ").append(version).append(".\n");
        out.append("Server, bare sender and load tool share one machine: ");
        out.append(machine.text()).append(".\n");
        out.append("[MEASURING](MEASURING.md) says how each figure is taken.\n");
        String trial = "";
        for (Figure figure : figures) {
            if (!figure.trial().equals(trial)) {
                trial = figure.trial();
                out.append("\n## ").append(trial).append("\n\n| | |\n|---|---:|\n");
            }
            out.append("| ").append(figure.what()).append(" | ");
            out.append((number(figure) + " " + figure.unit()).strip()).append(" |\n");
        }
        return out.toString();
    }

    private static String number(Figure figure) {
        double value = figure.value();
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e12;
        int digits = whole ? 0 : Math.abs(value) < 10 ? 3 : Math.abs(value) < 100 ? 2 : 1;
        return String.format(Locale.ROOT, "%,." + digits + "f", value);
    }
}
