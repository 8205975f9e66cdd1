package dev.apsis.doctor;

import io.vertx.core.json.JsonObject;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

import javax.net.ssl.SSLContext;

/**
 * One measurement of a server: all transports at once, for a while. Owned by the thread that runs
 * it; each probe has a thread of its own, which ends with it.
 */
public final class Examination {
    private static final int CLOCK_SAMPLES = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final URI server;
    private final DoubleSupplier millis;
    private final HttpClient http;
    private final List<Double> roundTripMillis = new ArrayList<>();
    private double offsetMillis;
    private String trouble = "";

    /** The clock is in milliseconds since 1970, as fine as can be had. */
    public Examination(URI server, DoubleSupplier millis) {
        this(server, null, millis);
    }

    /** Of a server that is vouched for as that says; or, for null, as Java does. */
    public Examination(URI server, @Nullable SSLContext trust, DoubleSupplier millis) {
        this.server = server;
        this.millis = millis;
        HttpClient.Builder asking =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5));
        if (trust != null) {
            asking.sslContext(trust);
        }
        this.http = asking.build();
    }

    public Readings run(int seconds) throws InterruptedException {
        setClock();
        var over = new CountDownLatch(1);
        Map<Transport, Probe> probes = new EnumMap<>(Transport.class);
        List<Thread> threads = new ArrayList<>();
        for (Transport transport : Transport.values()) {
            var probe = new Probe(server, http, () -> millis.getAsDouble() + offsetMillis, over);
            probes.put(transport, probe);
            threads.add(Thread.ofVirtual().start(() -> probe.run(transport)));
        }
        double begun = millis.getAsDouble();
        for (int second = 0; second < seconds; second++) {
            boolean unused = over.await(1, TimeUnit.SECONDS);
            sample();
        }
        double took = (millis.getAsDouble() - begun) / 1000;
        over.countDown();
        http.shutdownNow();
        for (Thread thread : threads) {
            thread.join(PATIENCE);
        }
        Map<Transport, Figures> figures = new EnumMap<>(Transport.class);
        probes.forEach((transport, probe) -> figures.put(transport, probe.figures()));
        boolean secure = "https".equals(server.getScheme());
        return new Readings(figures, new Way(roundTripMillis, offsetMillis, secure, took));
    }

    /** Why the last request that had no answer had none, in the words of the system; or nothing. */
    public String trouble() {
        return trouble;
    }

    /**
     * The quickest answer knows the server's clock best. The very first does not count: it had to
     * wait for the connection, and for TLS.
     */
    private void setClock() throws InterruptedException {
        sample();
        roundTripMillis.clear();
        double quickest = Double.MAX_VALUE;
        for (int i = 0; i < CLOCK_SAMPLES; i++) {
            double from = millis.getAsDouble();
            double at = sample();
            double trip = millis.getAsDouble() - from;
            if (!Double.isNaN(at) && trip < quickest) {
                quickest = trip;
                offsetMillis = at - (from + trip / 2);
            }
        }
    }

    /** Asks what time it is there; not a number if there is no answer. */
    private double sample() throws InterruptedException {
        double from = millis.getAsDouble();
        try {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(server.resolve("/api/clock"))
                                    .timeout(PATIENCE)
                                    .build(),
                            BodyHandlers.ofString());
            double at = new JsonObject(answer.body()).getDouble("at");
            roundTripMillis.add(millis.getAsDouble() - from);
            return at;
        } catch (IOException | RuntimeException noAnswer) {
            String words = noAnswer.getMessage();
            trouble = words == null ? "nobody is reached at this address" : words;
            return Double.NaN;
        }
    }
}
