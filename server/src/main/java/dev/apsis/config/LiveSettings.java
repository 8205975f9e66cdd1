package dev.apsis.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of a running server: read again when the host says so, changed one by one by an
 * admin. Asked from any thread, rarely, and therefore guarded by itself.
 *
 * <p>What needs a restart stays as the server was started with, whatever is said later.
 */
public final class LiveSettings {
    private final Sources sources;
    private final List<Consumer<Settings>> listeners = new ArrayList<>();
    private final Map<String, Given> saidByPath = new LinkedHashMap<>();
    private final Settings started;
    private Reading reading;
    private Settings wanted;

    /** Settings of a server that is started with what was read, without problems. */
    public LiveSettings(Sources sources, Reading start) {
        this.sources = sources;
        this.started = start.settings();
        this.reading = start;
        this.wanted = start.settings();
    }

    /** Those of a server that is started by a program: whatever nobody sets. */
    public static LiveSettings standard() {
        return new LiveSettings(Sources.NONE, Reading.STANDARD);
    }

    /** What came of an attempt to change something. */
    public sealed interface Outcome {
        /** It holds, or will; nothing at all may have changed. */
        record Applied(List<Change> changes) implements Outcome {
            public Applied {
                changes = List.copyOf(changes);
            }
        }

        /** Nothing was changed, and why. */
        record Refused(List<Problem> problems) implements Outcome {
            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** A value that is another one from here on, or will be: {@code effect} says when. */
    public record Change(String path, String from, String to, Effect effect) {
        @Override
        public String toString() {
            return path + ": '" + from + "' is now '" + to + "' (" + effect.words() + ')';
        }
    }

    /**
     * A setting as it is shown, for secrets are not, with where it comes from; {@code waits} if it
     * was changed but needs a restart.
     */
    public record Line(Key<?> key, String value, Given given, boolean waits) {}

    /** From here on, {@code listener} is told the settings whenever they change; in any thread. */
    public synchronized void onChange(Consumer<Settings> listener) {
        listeners.add(listener);
    }

    /** The settings as they are wanted by now; what needs a restart is in {@link #started}. */
    public synchronized Settings wanted() {
        return wanted;
    }

    /** The settings the server was started with. */
    public Settings started() {
        return started;
    }

    /** Everything that can be set, with its value by now and where that comes from. */
    public synchronized List<Line> list() {
        return lines(wanted, started);
    }

    /** Every setting, for whoever shows them before there is a server. */
    public static List<Line> lines(Settings settings) {
        return lines(settings, settings);
    }

    private static List<Line> lines(Settings settings, Settings started) {
        List<Line> lines = new ArrayList<>();
        for (Key<?> key : settings.keys()) {
            Given given = settings.given(key);
            boolean same = given.texts().equals(started.given(key).texts());
            boolean waits = key.effect() == Effect.RESTART && !same;
            lines.add(new Line(key, shown(key, given), given, waits));
        }
        return lines;
    }

    /** Reads file, environment and flags again; what an admin said still beats them. */
    public synchronized Outcome reload() {
        Reading fresh = sources.read();
        Outcome outcome = fresh.good() ? take(fresh, saidByPath) : refused(fresh);
        if (outcome instanceof Outcome.Applied) {
            reading = fresh;
        }
        return outcome;
    }

    /** An admin says what a setting is to be, until the server ends; a list with commas. */
    public synchronized Outcome apply(String path, String text) {
        Optional<Key<?>> key = KeyTable.find(path);
        if (key.isEmpty() || !wanted.has(key.get())) {
            return refused(path + ' ' + KeyTable.objection(path));
        }
        if (key.get().effect() == Effect.RESTART) {
            return refused(path + " can't be changed while the server runs: set it in the file");
        }
        List<String> texts = key.get().many() ? Variables.split(text) : List.of(text);
        Map<String, Given> said = new LinkedHashMap<>(saidByPath);
        said.put(path, new Given(path, texts, Source.ADMIN, path, ""));
        return say(said);
    }

    /** What an admin said of a setting holds no longer: file, environment and flags do. */
    public synchronized Outcome forget(String path) {
        Map<String, Given> said = new LinkedHashMap<>(saidByPath);
        return said.remove(path) == null
                ? refused("nothing was said of " + path + " to the running server")
                : say(said);
    }

    private Outcome say(Map<String, Given> said) {
        Outcome outcome = take(reading, said);
        if (outcome instanceof Outcome.Applied) {
            saidByPath.clear();
            saidByPath.putAll(said);
        }
        return outcome;
    }

    private Outcome take(Reading base, Map<String, Given> said) {
        Reading all = base.with(said.values());
        if (!all.good()) {
            return refused(all);
        }
        List<Change> changes = changes(wanted, all.settings());
        wanted = all.settings();
        if (!changes.isEmpty()) {
            listeners.forEach(listener -> listener.accept(wanted));
        }
        return new Outcome.Applied(changes);
    }

    private static Outcome refused(Reading bad) {
        return new Outcome.Refused(bad.problems());
    }

    private static Outcome refused(String sentence) {
        return new Outcome.Refused(List.of(new Problem("", sentence)));
    }

    private static List<Change> changes(Settings before, Settings after) {
        Map<String, Key<?>> keys = new LinkedHashMap<>();
        before.keys().forEach(key -> keys.put(key.path(), key));
        after.keys().forEach(key -> keys.put(key.path(), key));
        List<Change> changes = new ArrayList<>();
        for (Key<?> key : keys.values()) {
            Given was = before.given(key);
            Given is = after.given(key);
            if (!was.texts().equals(is.texts())) {
                changes.add(new Change(key.path(), shown(key, was), shown(key, is), key.effect()));
            }
        }
        return changes;
    }

    private static String shown(Key<?> key, Given given) {
        boolean hidden = key.kind().secret() && !given.shown().isEmpty();
        return hidden ? "(secret)" : given.shown();
    }
}
