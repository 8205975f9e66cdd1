package dev.apsis.doctor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/** Reads the doctor's feed by one transport, until it is over. Owned by its thread. */
final class Probe {
    private static final String LIVE = "/api/doctor/live";
    private static final int POLL_EVERY_MILLIS = 1000;
    private static final int RETRY_MILLIS = 500;
    private static final int LONG_WAIT_SECONDS = 10;
    private static final int FRAME_BYTES = 4;
    private static final int CHUNK_BYTES = 6;

    /** A WebSocket's upgrade, asked for and answered, as the JDK and we write it. */
    private static final int UPGRADE_BYTES = 500;

    private final URI server;
    private final HttpClient http;
    private final DoubleSupplier serverMillis;
    private final CountDownLatch over;
    private final Figures figures = new Figures();
    private long newest = -1;
    private String cursor = "";

    Probe(URI server, HttpClient http, DoubleSupplier serverMillis, CountDownLatch over) {
        this.server = server;
        this.http = http;
        this.serverMillis = serverMillis;
        this.over = over;
    }

    /** What was measured, once its thread has ended. */
    Figures figures() {
        return figures;
    }

    void run(Transport transport) {
        try {
            while (!isOver()) {
                double from = serverMillis.getAsDouble();
                try {
                    once(transport);
                } catch (IOException | RuntimeException broken) {
                    if (!isOver() && figures.opened && transport != Transport.POLL) {
                        figures.cutMillis.add(serverMillis.getAsDouble() - from);
                    }
                    pause(RETRY_MILLIS);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void once(Transport transport) throws IOException, InterruptedException {
        switch (transport) {
            case POLL -> {
                ask(cursor.isEmpty() ? "" : "?since=" + cursor);
                pause(POLL_EVERY_MILLIS);
            }
            case LONG_POLL ->
                    ask(cursor.isEmpty() ? "" : "?since=" + cursor + "&wait=" + LONG_WAIT_SECONDS);
            case SSE -> stream();
            case SOCKET -> socket();
        }
    }

    private boolean isOver() {
        return over.getCount() == 0;
    }

    private void pause(int millis) throws InterruptedException {
        boolean unused = over.await(millis, TimeUnit.MILLISECONDS);
    }

    private HttpRequest.Builder request(String query) {
        figures.requests++;
        return HttpRequest.newBuilder(server.resolve(LIVE + query));
    }

    private void ask(String query) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(query).build(), BodyHandlers.ofString());
        countHead(answer);
        figures.downBytes += answer.body().length();
        if (answer.statusCode() != 200) {
            throw new IOException("status " + answer.statusCode());
        }
        var json = new JsonObject(answer.body());
        JsonArray events = json.getJsonArray("events");
        for (int i = 0; i < events.size(); i++) {
            take(events.getJsonObject(i));
        }
        cursor = json.getString("cursor");
    }

    private void countHead(HttpResponse<?> answer) {
        figures.upBytes += answer.headers().firstValueAsLong("Apsis-Asked").orElse(0);
        int head = "HTTP/1.1 200 OK\r\n\r\n".length();
        for (Map.Entry<String, List<String>> header : answer.headers().map().entrySet()) {
            for (String value : header.getValue()) {
                head += header.getKey().length() + value.length() + 4;
            }
        }
        figures.downBytes += head;
    }

    private void stream() throws IOException, InterruptedException {
        HttpRequest.Builder asked = request("").header("Accept", "text/event-stream");
        if (!cursor.isEmpty()) {
            asked.header("Last-Event-ID", cursor);
        }
        HttpResponse<Stream<String>> answer = http.send(asked.build(), BodyHandlers.ofLines());
        countHead(answer);
        try (Stream<String> lines = answer.body()) {
            Iterator<String> each = lines.iterator();
            while (!isOver() && each.hasNext()) {
                hear(each.next());
            }
        } catch (RuntimeException broken) {
            throw new IOException("the stream broke", broken);
        }
        if (!isOver()) {
            throw new IOException("the stream ended");
        }
    }

    private void hear(String line) {
        figures.downBytes += line.length() + 1;
        if (line.startsWith("data: ")) {
            figures.downBytes += CHUNK_BYTES;
            take(new JsonObject(line.substring("data: ".length())));
        }
    }

    private void socket() throws InterruptedException {
        figures.requests++;
        var closed = new CompletableFuture<String>();
        String scheme = "https".equals(server.getScheme()) ? "wss" : "ws";
        URI address = URI.create(scheme + "://" + server.getAuthority() + "/feed");
        WebSocket socket =
                http.newWebSocketBuilder()
                        .subprotocols("apsis.feed.v1+json")
                        .buildAsync(address, new Hearer(closed))
                        .join();
        figures.upBytes += UPGRADE_BYTES;
        var wish = new JsonObject().put("kind", "subscribe").put("channel", "doctor");
        String said = (cursor.isEmpty() ? wish : wish.put("since", cursor)).encode();
        socket.sendText(said, true).join();
        while (!isOver() && !closed.isDone()) {
            pause(RETRY_MILLIS);
        }
        socket.abort();
        if (!isOver()) {
            throw new IllegalStateException("the socket was closed");
        }
    }

    /** Hears one socket; its calls come one after the other, while its probe only waits. */
    private final class Hearer implements WebSocket.Listener {
        private final CompletableFuture<String> closed;
        private final StringBuilder parts = new StringBuilder();

        Hearer(CompletableFuture<String> closed) {
            this.closed = closed;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
            parts.append(part);
            if (last) {
                String text = parts.toString();
                parts.setLength(0);
                figures.downBytes += text.getBytes(StandardCharsets.UTF_8).length + FRAME_BYTES;
                JsonObject event = new JsonObject(text).getJsonObject("event");
                if (event != null) {
                    take(event);
                }
            }
            socket.request(1);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            closed.complete(reason);
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void onError(WebSocket socket, Throwable why) {
            closed.complete(String.valueOf(why.getMessage()));
        }
    }

    private void take(JsonObject event) {
        figures.opened = true;
        String id = event.getString("id");
        if (id == null) {
            return;
        }
        cursor = id;
        long number = Long.parseLong(id.substring(id.lastIndexOf('-') + 1));
        if (!"beat".equals(event.getString("kind"))) {
            newest = number;
            return;
        }
        if (newest >= 0) {
            figures.doubled += number <= newest ? 1 : 0;
            figures.lost += Math.max(0, number - newest - 1);
        }
        newest = Math.max(newest, number);
        figures.lateMillis.add(Math.max(0, serverMillis.getAsDouble() - event.getLong("at")));
    }
}
