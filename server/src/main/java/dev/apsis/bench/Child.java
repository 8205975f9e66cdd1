package dev.apsis.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server in a process of its own, which ends with this one. Its output is read by a thread of its
 * own; all else is the owner's.
 */
final class Child implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int FAREWELL_SECONDS = 5;
    private static final Pattern READY = Pattern.compile("ready: http://[^:/]+:(\\d+)");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern LIVE = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final AtomicInteger complaints = new AtomicInteger();
    private final Thread undertaker;

    private Child(Process process) {
        this.process = process;
        this.undertaker = new Thread(process::destroyForcibly, "apsis-undertaker");
    }

    /** Starts a command and waits until it says that it is ready. */
    static Child start(List<String> command) throws IOException {
        var child = new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
        Runtime.getRuntime().addShutdownHook(child.undertaker);
        Thread.ofPlatform().daemon().name("apsis-child").start(child::listen);
        try {
            child.port.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return child;
        } catch (ExecutionException | TimeoutException failed) {
            child.close();
            throw new IOException("a server did not start: " + String.join(" ", command), failed);
        } catch (InterruptedException stopped) {
            child.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }

    URI address() {
        return URI.create("ws://127.0.0.1:" + port.join());
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /** Lines it has said since it was ready, but those that only tell what goes on. */
    int complaints() {
        return complaints.get();
    }

    /** Memory it holds, as the system sees it; 0 where that does not tell. */
    long residentBytes() {
        try {
            Path status = Path.of("/proc", Long.toString(process.pid()), "status");
            Matcher resident = RESIDENT.matcher(Files.readString(status));
            return resident.find() ? Long.parseLong(resident.group(1)) * 1024 : 0;
        } catch (IOException untold) {
            return 0;
        }
    }

    /** Its objects that are in use, after a collection; 0 where the JDK's jcmd is not at hand. */
    long liveBytes() throws IOException {
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        if (!Files.isExecutable(jcmd)) {
            return 0;
        }
        String pid = Long.toString(process.pid());
        Process asked =
                new ProcessBuilder(jcmd.toString(), pid, "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader reader = asked.inputReader()) {
            return reader.lines()
                    .map(LIVE::matcher)
                    .filter(Matcher::find)
                    .mapToLong(total -> Long.parseLong(total.group(1)))
                    .findFirst()
                    .orElse(0);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(undertaker);
        try {
            process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try (BufferedReader reader = process.inputReader()) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                Matcher ready = READY.matcher(line);
                if (port.isDone()) {
                    complaints.addAndGet(line.contains(" info ") ? 0 : 1);
                } else if (ready.find()) {
                    port.complete(Integer.valueOf(ready.group(1)));
                }
            }
            port.completeExceptionally(new IOException("it ended"));
        } catch (IOException ended) {
            port.completeExceptionally(ended);
        }
    }
}
