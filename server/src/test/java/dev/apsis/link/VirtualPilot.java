package dev.apsis.link;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Kill;
import dev.apsis.protocol.message.Pong;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;
import java.util.SplittableRandom;

/**
 * The browser client without a browser: sixty pictures a second, each of which samples the hands
 * and sends; snapshots as they come; a ping a second; and a new connection once the old one is
 * silent. Owned by its test, which runs the agenda.
 */
public final class VirtualPilot implements TcpLink.Client {
    private static final PageConstants PAGE = PageConstants.of("net/link.ts");
    private static final int MOST_BUFFERED_BYTES = PAGE.whole("MOST_BUFFERED_BYTES");
    private static final int SILENCE_MILLIS = PAGE.whole("SILENCE_MILLIS");
    private static final int PING_MILLIS = PAGE.whole("PING_MILLIS");
    private static final int ACKNOWLEDGE_MILLIS =
            PageConstants.of("flight.ts").whole("ACKNOWLEDGE_MILLIS");
    private static final int PICTURES_PER_SECOND = 60;
    private static final int RUNS_PER_SECOND =
            1000 / PageConstants.of("main.ts").whole("LINK_RUN_MILLIS");
    private static final int CONNECT_MILLIS = PAGE.whole("CONNECT_MILLIS");
    private static final int REDIAL_MILLIS = PAGE.whole("REDIAL_MILLIS");
    private static final int TRIPS_TO_FLY = PAGE.whole("TRIPS_TO_FLY");
    private static final int SWIFT_TRIES = PAGE.whole("SWIFT_TRIES");

    private final Path path;
    private final World world;
    private final String name;
    private final Hands hands;
    private final double[] pingedMillis = new double[1 << 16];
    private Figures figures = new Figures();
    private double driftPpm;
    private TcpLink link;
    private @Nullable TcpLink rival;
    private boolean lost = true;
    private double tripMillis = Double.POSITIVE_INFINITY;
    private double retryMillis;
    private int tries = 1;
    private String token = "";
    private @Nullable Welcome welcome;
    private @Nullable Refused refused;
    private @Nullable Kill kill;
    private @Nullable PageFlight flight;
    private boolean hidden;
    private boolean frozen;
    private boolean measuring;
    private double heardMillis;
    private double acknowledgedMillis;
    private int serial;
    private int messages;
    private long bytes;
    private int drawsMillis;
    private double drawnMillis;
    private final Queue<byte[]> unheard = new ArrayDeque<>();
    private final SplittableRandom chance = new SplittableRandom(1);

    /** A pilot who begins to connect; without a name, a spectator. */
    public VirtualPilot(Path path, World world, String name, Hands hands) {
        this.path = path;
        this.world = world;
        this.name = name;
        this.hands = hands;
        this.retryMillis = CONNECT_MILLIS;
        this.link = TcpLink.dial(path, this, world);
        this.rival = link;
        path.agenda.often(PICTURES_PER_SECOND, this::picture);
        path.agenda.often(RUNS_PER_SECOND, this::run);
    }

    /** Its quartz is so many millionths too fast. */
    public void drift(double ppm) {
        driftPpm = ppm;
    }

    /** Nobody looks at the page, or somebody does again. */
    public void hide(boolean on) {
        hidden = on;
        say(new ClientMessage.Pause(on));
        if (!on) {
            say(new ClientMessage.Resync());
        }
    }

    /** The page stands still, and its socket is not read. */
    public void freeze(boolean on) {
        frozen = on;
        link.down().freeze(on);
    }

    /**
     * Its pictures take from a third of so long up to all of it. Meanwhile it hears nothing, and
     * what it said with one leaves after it.
     */
    public void draws(int mostMillis) {
        drawsMillis = mostMillis;
    }

    /** Forgets what was measured so far, and measures from here on. */
    public void measure() {
        measuring = true;
        figures = new Figures();
        if (flight != null) {
            flight.measure(figures);
        }
        messages = 0;
        bytes = 0;
    }

    public Figures figures() {
        return figures;
    }

    /** Messages heard since {@link #measure}. */
    public int messages() {
        return messages;
    }

    /** Bytes heard since {@link #measure}. */
    public long bytes() {
        return bytes;
    }

    public TcpLink link() {
        return link;
    }

    public Welcome welcome() {
        return Objects.requireNonNull(welcome, "not welcomed");
    }

    public @Nullable Refused refused() {
        return refused;
    }

    /** The last death it was told of. */
    public @Nullable Kill kill() {
        return kill;
    }

    /** The newest tick it knows of this connection; 0 before any. */
    public int knownTick() {
        return flight == null ? 0 : flight.mirror.tick();
    }

    /** How often the server's fingerprint was another. */
    public int desyncs() {
        return flight == null ? 0 : flight.mirror.desyncs();
    }

    /** The tick of its present, with fraction. */
    public double presentTick() {
        return flight == null ? Double.NaN : flight.clock.now(millis());
    }

    /** How often its clock had to be set. */
    public int clockJumps() {
        return flight == null ? 0 : flight.clock.jumps();
    }

    private double millis() {
        return path.agenda.nanos() / 1e6 * (1 + driftPpm / 1e6);
    }

    private void say(ClientMessage message) {
        TcpLink over = link;
        if (over.open()) {
            byte[] said = message.toBytes();
            long waitNanos = (long) (Math.max(0, drawnMillis - millis()) * Agenda.MILLI);
            if (waitNanos == 0) {
                over.say(said);
            } else {
                path.agenda.after(waitNanos, () -> over.say(said));
            }
        }
    }

    @Override
    public void opened(TcpLink opened) {
        if (opened == rival) {
            if (link != opened) {
                link.close();
            }
            link = opened;
            unheard.clear();
            rival = null;
            flight = null;
            retryMillis = millis() + attemptMillis();
            int schema = OrbitSchema.SCHEMA.hash();
            say(new ClientMessage.Hello(schema, name, token, "", name.isEmpty(), false));
        }
    }

    @Override
    public void closed(TcpLink closed) {
        if (closed == link && refused == null) {
            lost = true;
            dial();
        }
    }

    @Override
    public void hear(TcpLink from, byte[] message) {
        if (from != link) {
            return;
        }
        if (millis() < drawnMillis || !unheard.isEmpty()) {
            unheard.add(message);
        } else {
            hear(message);
        }
    }

    private void hear(byte[] message) {
        if (flight != null) {
            resume();
        }
        heardMillis = millis();
        messages++;
        bytes += message.length;
        var in = new BitReader(message);
        int kind = ServerMessage.kind(in);
        if (kind == ServerMessage.SNAPSHOT) {
            flying().snapshot(in, millis(), path.agenda.nanos());
        } else {
            take(ServerMessage.read(kind, in));
        }
    }

    private PageFlight flying() {
        return Objects.requireNonNull(flight, "a snapshot before the welcome");
    }

    private void take(ServerMessage message) {
        if (message instanceof Welcome news) {
            welcome = news;
            token = news.token();
            flight = new PageFlight(world, figures, news);
            resume();
            ping();
        } else if (message instanceof Refused news) {
            refused = news;
        } else if (message instanceof Kill news) {
            kill = news;
        } else if (message instanceof Pong pong && flight != null) {
            double tookMillis = millis() - pingedMillis[pong.serial()];
            tripMillis = Math.min(tripMillis, tookMillis);
            flight.clock.roundTrip(tookMillis, millis());
        }
    }

    private void ping() {
        serial = serial + 1 & 0xffff;
        pingedMillis[serial] = millis();
        say(new ClientMessage.Ping(serial));
    }

    private void run() {
        boolean flies = flight != null && link.open() && !lost;
        if (frozen || refused != null) {
            return;
        }
        if (!hidden && flies && millis() - heardMillis > SILENCE_MILLIS) {
            lost = true;
            retryMillis = millis();
        }
        if (lost && millis() >= retryMillis) {
            dial();
        }
        if (!lost && flies && millis() - pingedMillis[serial] >= PING_MILLIS) {
            ping();
        }
    }

    private double attemptMillis() {
        if (tripMillis == Double.POSITIVE_INFINITY) {
            return CONNECT_MILLIS;
        }
        double swift = Math.max(REDIAL_MILLIS, TRIPS_TO_FLY * tripMillis);
        return Math.min(CONNECT_MILLIS, swift * Math.pow(2, Math.max(0, tries - SWIFT_TRIES)));
    }

    /** The silent link stays until another one opens, or has been tried in vain. */
    private void dial() {
        if (tries > 0) {
            link.close();
        }
        retryMillis = millis() + attemptMillis();
        tries++;
        if (rival != null) {
            rival.close();
        }
        rival = TcpLink.dial(path, this, world);
    }

    private void resume() {
        lost = false;
        tries = 0;
        if (rival != null) {
            rival.close();
            rival = null;
        }
    }

    private void picture() {
        if (millis() < drawnMillis) {
            return;
        }
        while (!unheard.isEmpty()) {
            hear(unheard.remove());
        }
        PageFlight current = flight;
        if (hidden || frozen || current == null) {
            return;
        }
        if (drawsMillis > 0) {
            drawnMillis = millis() + chance.nextDouble(drawsMillis / 3.0, drawsMillis);
        }
        current.picture(millis(), hands);
        if (!lost && link.open() && link.up().bufferedBytes() <= MOST_BUFFERED_BYTES) {
            current.flush(this::say);
            if (name.isEmpty() && millis() - acknowledgedMillis >= ACKNOWLEDGE_MILLIS) {
                acknowledgedMillis = millis();
                say(new ClientMessage.Commands(current.mirror.tick(), 0, new int[0]));
            }
        }
        if (measuring) {
            double captured = current.mirror.tick() * 1000.0 / World.TICKS_PER_SECOND;
            double age = path.agenda.nanos() / 1e6 - captured;
            figures.excessAgeMillis.add(age - path.rttNanos() / 2e6);
        }
    }
}
