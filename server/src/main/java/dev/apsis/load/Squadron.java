package dev.apsis.load;

import dev.apsis.load.Client.Standing;
import dev.apsis.load.Moment.Phase;
import dev.apsis.measure.CpuTime;
import dev.apsis.protocol.message.ServerMessage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** All clients of a load, on the one thread that calls it. */
public final class Squadron implements AutoCloseable {
    /** So many join in a second, unless the server takes longer to let them in. */
    private static final int JOINS_PER_SECOND = 200;

    /** No more than this ask to be let in at once. */
    private static final int MOST_ASKING = 32;

    /** Whoever has not been let in after so long is counted as refused. */
    private static final int PATIENCE_SECONDS = 20;

    private static final int FAREWELL_SECONDS = 2;
    private static final long SECOND = 1_000_000_000;
    private static final int TURN_MILLIS = 5;

    private final Plan plan;
    private final Recruits recruits;
    private final LongSupplier nanos;
    private final Consumer<Moment> watcher;
    private final SocketLoop loop;
    private final SplittableRandom random;
    private final Figures figures = new Figures();
    private final List<Client> clients = new ArrayList<>();
    private volatile boolean stopped;
    private long momentNanos;
    private long momentFrames;

    /** {@code watcher} is told once a second how it stands. */
    public Squadron(Plan plan, LongSupplier nanos, Consumer<Moment> watcher) throws IOException {
        this(plan, Recruits.fliers(plan.temper(), nanos), nanos, watcher);
    }

    /** Clients of a {@link BareSender}, which answer frames with so many bytes, or never (0). */
    public static Squadron listening(
            Plan plan, int answerBytes, LongSupplier nanos, Consumer<Moment> watcher)
            throws IOException {
        return new Squadron(plan, Recruits.listeners(answerBytes, nanos), nanos, watcher);
    }

    Squadron(Plan plan, Recruits recruits, LongSupplier nanos, Consumer<Moment> watcher)
            throws IOException {
        this.plan = plan;
        this.recruits = recruits;
        this.nanos = nanos;
        this.watcher = watcher;
        this.random = new SplittableRandom(plan.seed());
        this.loop = new SocketLoop(random.nextLong(), plan.trust());
        this.momentNanos = nanos.getAsLong();
    }

    /** Joins, settles, measures and leaves; what was measured. */
    public Report fly() throws IOException {
        join();
        if (count(Standing.IN) > 0) {
            turnFor(plan.settleSeconds() * SECOND, Phase.SETTLING);
        }
        Report report = measure();
        leave();
        return report;
    }

    /** Ends the measuring before its time; any thread may ask for it. */
    public void stop() {
        stopped = true;
    }

    @Override
    public void close() throws IOException {
        loop.close();
    }

    private void join() throws IOException {
        long begin = nanos.getAsLong();
        long changed = begin;
        int asking = 0;
        while (clients.size() < plan.count() || asking > 0) {
            long now = nanos.getAsLong();
            long due = (now - begin) * JOINS_PER_SECOND / SECOND + 1;
            if (clients.size() < Math.min(due, plan.count()) && asking < MOST_ASKING) {
                launch();
            }
            turn(clients.size() < due ? 1 : TURN_MILLIS, Phase.JOINING);
            int asked = count(Standing.ASKING);
            changed = asked == asking ? changed : now;
            asking = asked;
            if (now - changed > PATIENCE_SECONDS * SECOND) {
                return;
            }
        }
    }

    private void launch() {
        int number = clients.size();
        Client client = recruits.next(number, random.split(), figures);
        clients.add(client);
        try {
            loop.connect(plan.door(number), plan.subprotocol(), client);
        } catch (IOException unreachable) {
            client.stayedHome(String.valueOf(unreachable.getMessage()));
        }
    }

    private Report measure() throws IOException {
        figures.clear();
        momentFrames = 0;
        clients.forEach(Client::startWatch);
        int joined = count(Standing.IN);
        Totals before = Totals.of(clients);
        long received = loop.receivedBytes();
        long sent = loop.sentBytes();
        double cpu = CpuTime.ownSeconds();
        double serverCpu = plan.serverCpuSeconds();
        long begin = nanos.getAsLong();
        if (joined > 0) {
            turnFor(plan.seconds() * SECOND, Phase.MEASURING);
        }
        Totals counted = Totals.of(clients).since(before);
        return new Report(
                joined,
                plan.count() - joined - count(Standing.LOST),
                count(Standing.LOST),
                why(),
                Math.max(1, nanos.getAsLong() - begin) / (double) SECOND,
                figures.frames(),
                payloadByKind(),
                loop.receivedBytes() - received,
                loop.sentBytes() - sent,
                SpreadMillis.ofMicros(figures.gaps),
                SpreadMillis.ofMicros(figures.ages),
                SpreadMillis.ofMicros(figures.trips),
                counted.late(),
                counted.resyncs(),
                counted.desyncs(),
                counted.garbled(),
                CpuTime.ownSeconds() - cpu,
                plan.serverCpuSeconds() - serverCpu);
    }

    private void leave() throws IOException {
        clients.forEach(Client::leave);
        long begin = nanos.getAsLong();
        while (count(Standing.IN) > 0 && nanos.getAsLong() - begin < FAREWELL_SECONDS * SECOND) {
            turn(TURN_MILLIS, Phase.LEAVING);
        }
    }

    private void turnFor(long durationNanos, Phase phase) throws IOException {
        long begin = nanos.getAsLong();
        while (!stopped && nanos.getAsLong() - begin < durationNanos) {
            turn(TURN_MILLIS, phase);
        }
    }

    private void turn(int millis, Phase phase) throws IOException {
        loop.turn(millis);
        long now = nanos.getAsLong();
        if (now - momentNanos >= SECOND) {
            double rate = (figures.frames() - momentFrames) * (double) SECOND / (now - momentNanos);
            momentFrames = figures.frames();
            momentNanos = now;
            int refused = count(Standing.REFUSED);
            SpreadMillis gaps = SpreadMillis.ofMicros(figures.gaps);
            watcher.accept(new Moment(phase, count(Standing.IN), refused, rate, gaps));
        }
    }

    private int count(Standing standing) {
        int count = 0;
        for (Client client : clients) {
            count += client.standing() == standing ? 1 : 0;
        }
        return count;
    }

    private String why() {
        return clients.stream()
                .map(Client::why)
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .orElse(count(Standing.ASKING) > 0 ? "the server did not answer" : "");
    }

    private Map<String, Long> payloadByKind() {
        Map<String, Long> bytes = new TreeMap<>();
        for (int kind = 0; kind < ServerMessage.KINDS.size(); kind++) {
            bytes.put(ServerMessage.KINDS.get(kind), figures.payloadBytes(kind));
        }
        return bytes;
    }
}
