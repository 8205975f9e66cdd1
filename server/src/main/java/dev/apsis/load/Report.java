package dev.apsis.load;

import io.vertx.core.json.JsonObject;

import java.util.Locale;
import java.util.Map;

/**
 * What a load has measured, from the moment all clients were in and settled. Rates are of all
 * clients together unless their names say otherwise.
 *
 * @param lost clients that were in and are not any more
 * @param why the first refusal's or loss's reason, or empty
 * @param payloadByKind bytes of messages, by {@link dev.apsis.protocol.message.ServerMessage#KINDS}
 * @param cpuSeconds what the load itself used
 * @param serverCpuSeconds what the server's process used; 0 if that is not known
 */
public record Report(
        int joined,
        int refused,
        int lost,
        String why,
        double seconds,
        long frames,
        Map<String, Long> payloadByKind,
        long wireBytes,
        long sentBytes,
        SpreadMillis gaps,
        SpreadMillis ages,
        SpreadMillis trips,
        int late,
        int resyncs,
        int desyncs,
        int garbled,
        double cpuSeconds,
        double serverCpuSeconds) {
    public Report {
        payloadByKind = Map.copyOf(payloadByKind);
    }

    public double framesPerSecond() {
        return frames / seconds;
    }

    public double framesPerClientSecond() {
        return perClientSecond((double) frames);
    }

    public double payloadBytesPerClientSecond() {
        return perClientSecond(
                payloadByKind.values().stream().mapToDouble(Long::doubleValue).sum());
    }

    public double wireBytesPerClientSecond() {
        return perClientSecond((double) wireBytes);
    }

    /** Processors kept busy by the load itself. */
    public double cpuCores() {
        return cpuSeconds / seconds;
    }

    /** Processor time of the server, in milliseconds. */
    public double serverCpuMillisPerClientSecond() {
        return 1000 * perClientSecond(serverCpuSeconds);
    }

    /** Bytes clients sent, the heads of frames included. */
    public double sentBytesPerClientSecond() {
        return perClientSecond((double) sentBytes);
    }

    /** The names are a contract: scripts read them. */
    public JsonObject json() {
        var kinds = new JsonObject();
        payloadByKind.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(
                        kind ->
                                kinds.put(
                                        kind.getKey(),
                                        rounded(perClientSecond(kind.getValue().doubleValue()))));
        return new JsonObject()
                .put("joined", joined)
                .put("refused", refused)
                .put("lost", lost)
                .put("why", why)
                .put("seconds", rounded(seconds))
                .put("frames_per_s", rounded(framesPerSecond()))
                .put("frames_per_client_s", rounded(framesPerClientSecond()))
                .put("payload_bytes_per_client_s", rounded(payloadBytesPerClientSecond()))
                .put("payload_bytes_per_client_s_by_kind", kinds)
                .put("wire_bytes_per_client_s", rounded(wireBytesPerClientSecond()))
                .put("sent_bytes_per_client_s", rounded(perClientSecond((double) sentBytes)))
                .put("interarrival_ms", gaps.json())
                .put("age_ms", ages.json())
                .put("rtt_ms", trips.json())
                .put("late_commands", late)
                .put("resyncs", resyncs)
                .put("desyncs", desyncs)
                .put("decode_errors", garbled)
                .put("cpu_cores", rounded(cpuCores()))
                .put("cpu_ms_per_client_s", rounded(1000 * perClientSecond(cpuSeconds)))
                .put("server_cpu_ms_per_client_s", rounded(serverCpuMillisPerClientSecond()));
    }

    /** The same for people. */
    public String text() {
        var out = new StringBuilder();
        line(out, "joined", "%d, refused %d, lost %d%s", joined, refused, lost, because());
        line(out, "frames", "%.0f/s, %.2f/s a client", framesPerSecond(), framesPerClientSecond());
        line(out, "payload", "%.0f B/s a client%s", payloadBytesPerClientSecond(), byKind());
        line(
                out,
                "wire",
                "%.0f B/s a client in, %.0f out (frames of the WebSocket, not TCP)",
                wireBytesPerClientSecond(),
                perClientSecond((double) sentBytes));
        line(out, "gaps", "%s between a client's frames", gaps);
        line(out, "age", "%s from tick to client", ages);
        line(out, "trip", "%s from command to the frame that knows it", trips);
        line(
                out,
                "trouble",
                "%d late commands, %d resyncs, %d desyncs, %d decode errors",
                late,
                resyncs,
                desyncs,
                garbled);
        line(
                out,
                "own cpu",
                "%.2f cores, %.3f ms a client-second",
                cpuCores(),
                1000 * perClientSecond(cpuSeconds));
        if (serverCpuSeconds > 0) {
            line(
                    out,
                    "server cpu",
                    "%.2f cores, %.3f ms a client-second",
                    serverCpuSeconds / seconds,
                    serverCpuMillisPerClientSecond());
        }
        line(out, "measured", "%.1f s, from when all were in and settled", seconds);
        return out.toString();
    }

    private String because() {
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    private String byKind() {
        var out = new StringBuilder();
        payloadByKind.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .filter(kind -> kind.getValue() > 0)
                .forEach(
                        kind ->
                                out.append(out.isEmpty() ? ": " : ", ")
                                        .append(kind.getKey())
                                        .append(' ')
                                        .append(
                                                Math.round(
                                                        perClientSecond(
                                                                kind.getValue().doubleValue()))));
        return out.toString();
    }

    @SuppressWarnings("AnnotateFormatMethod")
    private static void line(StringBuilder out, String label, String format, Object... args) {
        out.append(String.format("%-10s ", label));
        out.append(String.format(Locale.ROOT, format, args)).append(System.lineSeparator());
    }

    private double perClientSecond(double amount) {
        return amount / seconds / Math.max(1, joined);
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
