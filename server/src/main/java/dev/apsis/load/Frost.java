package dev.apsis.load;

import dev.apsis.load.Moment.Phase;
import dev.apsis.measure.TcpQueue;

import java.io.IOException;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * A load of which one client freezes: it stays connected and reads nothing for a while, as a laptop
 * does that is closed. Owned by the thread that calls it.
 */
public final class Frost {
    private static final int SECONDS_BEFORE = 2;
    private static final int SECONDS_AFTER = 3;

    /** Small, so that what the server sends soon stays with the server's side. */
    private static final int RECEIVE_BYTES = 4096;

    private final Plan plan;
    private final int frozenSeconds;
    private final LongSupplier nanos;
    private final Consumer<Moment> watcher;
    private final Flier victim;
    private long unsentBytes;
    private int measured;

    /** The plan's own time to measure is replaced by what the frost takes. */
    public Frost(Plan plan, int frozenSeconds, LongSupplier nanos, Consumer<Moment> watcher) {
        this.plan = plan.lasting(SECONDS_BEFORE + frozenSeconds + SECONDS_AFTER);
        this.frozenSeconds = frozenSeconds;
        this.nanos = nanos;
        this.watcher = watcher;
        var random = new SplittableRandom(plan.seed());
        this.victim =
                new Flier("frozen", plan.temper(), random, new Figures(), nanos)
                        .withReceiveBytes(RECEIVE_BYTES);
    }

    /**
     * What it came to.
     *
     * @param unsentBytes most that waited in the system to be sent to the frozen client; -1 where
     *     that is not known
     * @param resyncs how often the frozen client had to be told everything again
     * @param kept whether it was still connected at the end; else {@code why} says why not
     * @param others what was measured; gaps are those of the others
     */
    public record Thaw(long unsentBytes, int resyncs, boolean kept, String why, Report others) {}

    public Thaw run() throws IOException {
        unsentBytes = TcpQueue.UNKNOWN;
        Recruits others = Recruits.fliers(plan.temper(), nanos);
        Recruits recruits =
                (number, random, figures) ->
                        number == 0 ? victim : others.next(number, random, figures);
        try (Squadron squadron = new Squadron(plan, recruits, nanos, this::watch)) {
            Report report = squadron.fly();
            boolean kept = report.lost() == 0;
            return new Thaw(unsentBytes, victim.totals().resyncs(), kept, report.why(), report);
        }
    }

    private void watch(Moment moment) {
        watcher.accept(moment);
        if (moment.phase() != Phase.MEASURING) {
            return;
        }
        measured++;
        if (measured == SECONDS_BEFORE) {
            victim.freeze(true);
        } else if (measured == SECONDS_BEFORE + frozenSeconds) {
            victim.freeze(false);
        } else if (measured > SECONDS_BEFORE && measured < SECONDS_BEFORE + frozenSeconds) {
            long bytes = TcpQueue.unsentBytes(Upgrade.port(plan.server()), victim.localPort());
            unsentBytes = Math.max(unsentBytes, bytes);
        }
    }
}
