package dev.apsis.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.apsis.measure.Histogram;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Measures something again and again in a thread of its own, beside what a trial does. */
final class Meanwhile {
    /** What the figure of {@link #plainClock} is called. */
    static final String CLOCK = "a clock that does nothing else, late, p99";

    private static final long SECOND = 1_000_000_000;
    private static final double MILLI = 1e6;
    private static final int PATIENCE_MILLIS = 30_000;

    private final Aside<Histogram> all;
    private volatile boolean ended;

    private Meanwhile(Callable<Long> nanos) {
        this.all = Aside.begin("apsis-meanwhile", () -> measure(nanos));
    }

    /**
     * How late a clock is that beats as often as a room and does nothing else: as late as that, it
     * is the machine that lets nobody come in time.
     */
    static Meanwhile plainClock(LongSupplier clock) {
        return new Meanwhile(new Beats(clock, 60));
    }

    /** How long one waits who asks the server four times a second whether it is well. */
    static Meanwhile visitor(LongSupplier clock, URI server) {
        var beats = new Beats(clock, 4);
        return new Meanwhile(
                () -> {
                    beats.call();
                    long asked = clock.getAsLong();
                    visit(server);
                    return clock.getAsLong() - asked;
                });
    }

    /** On a connection of its own, as of somebody who was not there before. */
    private static void visit(URI server) throws IOException {
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String question = "GET /health HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            if (!answer.startsWith("HTTP/1.1 200 ")) {
                throw new IOException("/health says: " + answer);
            }
        }
    }

    /** Ends it; what all but a hundredth of what was measured did not exceed, in milliseconds. */
    double p99() throws IOException {
        ended = true;
        return all.end().quantile(0.99) / MILLI;
    }

    private Histogram measure(Callable<Long> nanos) throws Exception {
        var measured = new Histogram();
        while (!ended) {
            measured.record(nanos.call());
        }
        return measured;
    }

    /** Waits for its next beat each time; says how late it was. Owned by one thread. */
    private static final class Beats implements Callable<Long> {
        private final LongSupplier clock;
        private final long every;
        private long due;

        Beats(LongSupplier clock, int perSecond) {
            this.clock = clock;
            this.every = SECOND / perSecond;
            this.due = clock.getAsLong();
        }

        @Override
        public Long call() {
            due += every;
            long now = clock.getAsLong();
            while (now < due) {
                LockSupport.parkNanos(due - now);
                now = clock.getAsLong();
            }
            return now - due;
        }
    }
}
