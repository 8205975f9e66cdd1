package dev.apsis.bench;

import dev.apsis.load.Booking;
import dev.apsis.load.Plan;
import dev.apsis.load.Report;
import dev.apsis.load.Squadron;
import dev.apsis.load.Temper;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What trials run on: how thorough they shall be, a warm server, and where their figures go. Owned
 * by the thread that runs them.
 */
public final class Course implements AutoCloseable {
    private static final int WARM_CLIENTS = 100;
    private static final long SEED = 7;
    private static final int TRIES = 3;
    private static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final boolean quick;
    private final List<String> command;
    private final LongSupplier nanos;
    private final Consumer<String> voice;
    private final List<Figure> figures = new ArrayList<>();
    private String trial = "";
    private Calm calm;
    private @Nullable Child server;

    /**
     * {@code command} starts this program; what goes on is told to {@code voice}, a line at a time.
     */
    public Course(boolean quick, List<String> command, LongSupplier nanos, Consumer<String> voice) {
        this.quick = quick;
        this.command = List.copyOf(command);
        this.nanos = nanos;
        this.voice = voice;
        this.calm = calm();
    }

    /** All figures so far. */
    public List<Figure> figures() {
        return List.copyOf(figures);
    }

    @Override
    public void close() {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    /** Runs a trial; the most that others took while it measured is a figure too. */
    void run(String name, Trial what) throws IOException {
        trial = name;
        calm = calm();
        say("");
        what.run(this);
        if (calm.worst().isPresent()) {
            double stolen = calm.worst().getAsDouble();
            note("stolen", "the machine's time, taken by others on its host", stolen, "%");
        }
    }

    private Calm calm() {
        return new Calm(of(TRIES, 1), Shares::now, this::look, this::say);
    }

    /** Keeps a processor busy: from who wants to do nothing nobody takes time. */
    private void look() {
        long until = nanos.getAsLong() + LOOK_NANOS;
        while (nanos.getAsLong() < until) {
            Thread.onSpinWait();
        }
    }

    /** Measures, and once more if others on the host were not quiet. */
    <T> T calmly(Calm.Attempt<T> attempt) throws IOException {
        return calm.measure(attempt);
    }

    LongSupplier nanos() {
        return nanos;
    }

    long seed() {
        return SEED;
    }

    boolean quick() {
        return quick;
    }

    /** The one or the other, as thorough as this course is. */
    int of(int full, int quickly) {
        return quick ? quickly : full;
    }

    void say(String line) {
        voice.accept(trial + (line.isEmpty() ? "" : ": " + line));
    }

    void note(String key, String what, double value, String unit) {
        figures.add(new Figure(trial, key, what, value, unit));
        say(String.format(Locale.ROOT, "%s: %.4g %s", what, value, unit));
    }

    /** This program, started once more with other words. */
    Child start(String... words) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.addAll(List.of(words));
        return Child.start(line);
    }

    /** A server of ours on this machine that has played long enough to be compiled. */
    Child server() throws IOException {
        if (server == null) {
            server =
                    start(
                            "serve",
                            "--no-store",
                            "--host",
                            "127.0.0.1",
                            "--port",
                            "0",
                            "--drain",
                            "0");
            say("warming a server up");
            fly(load(List.of("warm"), WARM_CLIENTS, of(12, 3), 1));
        }
        return server;
    }

    /** Another server for what comes, if there is time: nothing of the trials before is in it. */
    void renewServer() {
        if (!quick) {
            close();
        }
    }

    /** A load on our server, in rooms that are opened for it. */
    Plan load(List<String> rooms, int count, int settleSeconds, int seconds) throws IOException {
        Child child = server();
        Plan load =
                new Plan(
                        child.address(),
                        rooms,
                        count,
                        Temper.RANDOM,
                        settleSeconds,
                        seconds,
                        SEED,
                        child.handle());
        for (String room : rooms) {
            Booking booking = book(load, room);
            if (!booking.opened()) {
                throw new IOException("no room for the trial: " + booking.answer());
            }
        }
        return load;
    }

    private static Booking book(Plan load, String room) throws IOException {
        return Booking.ask(load.server(), room, Math.ceilDiv(load.count(), load.rooms().size()));
    }

    /** Opens those of a load's rooms once more that closed, for nobody came for too long. */
    void reopen(Plan load) throws IOException {
        for (String room : load.rooms()) {
            book(load, room);
        }
    }

    Report fly(Plan plan) throws IOException {
        try (Squadron squadron = new Squadron(plan, nanos, moment -> {})) {
            return squadron.fly();
        }
    }
}
