package dev.apsis.bench;

import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Where something was measured.
 *
 * @param load how many were waiting for a processor before it began, by the system's word over the
 *     last minute; negative where that does not tell
 */
public record Machine(String processor, int cores, String system, String java, double load) {
    private static final String MODEL = "model name";

    public static Machine here() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                model(),
                Runtime.getRuntime().availableProcessors(),
                system.getName() + " " + system.getVersion() + " " + system.getArch(),
                System.getProperty("java.vm.name") + " " + Runtime.version(),
                Math.round(100 * system.getSystemLoadAverage()) / 100.0);
    }

    JsonObject json() {
        return new JsonObject()
                .put("processor", processor)
                .put("cores", cores)
                .put("system", system)
                .put("java", java)
                .put("load_before", load);
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "%d cores of %s, %s, %s, load before %.2f",
                cores,
                processor,
                system,
                java,
                load);
    }

    private static String model() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith(MODEL))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown processor");
        } catch (IOException elsewhere) {
            return "unknown processor";
        }
    }
}
