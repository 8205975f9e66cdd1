package dev.apsis.bench;

import dev.apsis.load.Report;
import dev.apsis.load.Squadron;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A squadron that flies in a thread of its own, while who began it does something else. */
final class Flight {
    private final FutureTask<Report> report;

    private Flight(FutureTask<Report> report) {
        this.report = report;
    }

    static Flight begin(Squadron squadron) {
        var flight = new Flight(new FutureTask<>(squadron::fly));
        Thread.ofPlatform().daemon().name("apsis-flight").start(flight.report);
        return flight;
    }

    /** Waits for its end. */
    Report land() throws IOException {
        try {
            return report.get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}
