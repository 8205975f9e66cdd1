package dev.apsis.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the time of a machine's processors was shared so far, by its system's word.
 *
 * @param all of all processors, whatever was done with it
 * @param stolen in which somebody here would have run, but the host ran another machine
 */
record Shares(long all, long stolen) {
    /** User, nice, system, idle, waiting, two kinds of interrupts, stolen: in this order. */
    private static final Pattern TOTAL = Pattern.compile("cpu +((?:\\d+ ){7})(\\d+).*");

    /** Nothing where the system does not tell. */
    static Optional<Shares> now() {
        try (var lines = Files.lines(Path.of("/proc/stat"))) {
            return lines.findFirst().flatMap(Shares::read);
        } catch (IOException untold) {
            return Optional.empty();
        }
    }

    static Optional<Shares> read(String line) {
        Matcher total = TOTAL.matcher(line);
        if (!total.matches()) {
            return Optional.empty();
        }
        long stolen = Long.parseLong(total.group(2));
        long all = stolen;
        for (String time : total.group(1).strip().split(" ")) {
            all += Long.parseLong(time);
        }
        return Optional.of(new Shares(all, stolen));
    }

    /** How much of the time since then was stolen, in percent. */
    double stolenSince(Shares then) {
        return 100.0 * (stolen - then.stolen) / Math.max(1, all - then.all);
    }
}
