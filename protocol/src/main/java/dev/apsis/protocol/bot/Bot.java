package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.message.Wire;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * A pilot on a server: a {@link Cockpit} carried by the JDK's own WebSocket.
 *
 * <pre>{@code
 * Bot.fly(URI.create("ws://127.0.0.1:7777/play/arena"), "Ada", new Hunter()).join();
 * }</pre>
 *
 * <p><b>Time.</b> A frame comes every 33 ms, and the pilot is asked about the newest one. Who has
 * answered when the next one comes misses nothing. Who has not: the last command goes on (a shot or
 * jump in it is done once), the frame is counted in {@link Timing#missedFrames}, and once the pilot
 * is done it is asked about the newest frame, never about one that was overtaken. Answers are
 * stamped with the ticks they will be in time for; how early they came, as the server itself
 * measured it, is {@link Timing#slackTicks}. Nobody is thrown out for thinking.
 *
 * <p><b>The line.</b> A lost connection is tried again, at once and then every few seconds; within
 * 20 seconds the same seat, ship and score are there again. It ends when it is {@link #close
 * closed}, when the server sends it away for a reason that would not change (an unknown room, a
 * wrong password), or when its pilot throws.
 *
 * <p><b>Threads.</b> The pilot is called by one thread at a time. Everything else here may be
 * called from anywhere.
 */
public final class Bot implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Bot.class.getName());
    private static final long SILENCE_NANOS = 5_000_000_000L;
    private static final int LOOK_SECONDS = 1;
    private static final int GOODBYE_SECONDS = 1;

    private final Object lock = new Object();
    private final Hangar hangar;
    private final URI room;
    private final Pilot pilot;
    private final Cockpit cockpit;
    private final Desk desk;
    private final Patience patience = new Patience();
    private final CompletableFuture<Bot> ended = new CompletableFuture<>();
    private @Nullable Downlink downlink;
    private @Nullable Outbox outbox;
    private @Nullable Refused refused;
    private boolean leaving;
    private long heardNanos;

    /** Who flies what, and the lock under which the cockpit is used. */
    record Post(Object lock, Pilot pilot, Cockpit cockpit) {}

    Bot(Hangar hangar, URI room, Papers papers, Pilot pilot) {
        this.hangar = hangar;
        this.room = room;
        this.pilot = pilot;
        this.cockpit = new Cockpit(papers, this::send, Lead.adaptive());
        this.desk = new Desk(new Post(lock, pilot, cockpit), hangar.pilots(), this::failed);
    }

    /** Lets one bot fly, on threads of its own that end with it. */
    public static Bot fly(URI room, String name, Pilot pilot) {
        return fly(room, Papers.bot(name), pilot);
    }

    /** Lets one bot fly, on threads of its own that end with it. */
    public static Bot fly(URI room, Papers papers, Pilot pilot) {
        URI address = checked(room);
        var own = new Hangar(1);
        Bot bot = own.launch(address, papers, pilot);
        var unused = bot.ended.whenComplete((done, failure) -> own.close());
        return bot;
    }

    /**
     * Waits until the bot has ended.
     *
     * @throws IllegalStateException if it was sent away, with the server's words; or if its pilot
     *     threw, with what it threw as the cause
     */
    public void join() {
        try {
            ended.join();
        } catch (CompletionException failure) {
            Throwable cause = Setback.cause(failure);
            throw new IllegalStateException(cause.getMessage(), cause);
        }
    }

    /** Completes when the bot has ended: with a failure if it was sent away or its pilot threw. */
    public CompletableFuture<Bot> ended() {
        return ended.copy();
    }

    /** Says a line to everybody in the room. */
    public void say(String line) {
        synchronized (lock) {
            if (outbox != null) {
                cockpit.say(line, false);
            }
        }
    }

    /** The token that takes this bot's seat back, within 20 s of the end of its process too. */
    public String token() {
        synchronized (lock) {
            return cockpit.papers().token();
        }
    }

    /** What was counted so far. */
    public Counts counts() {
        return cockpit.counts();
    }

    /** Leaves for good: the seat is given up at once. {@link #ended} tells when all is said. */
    @Override
    public void close() {
        leave(null);
    }

    /** The same address as the WebSocket's; refused in a sentence if it is no room's. */
    static URI checked(URI room) {
        String scheme = String.valueOf(room.getScheme());
        String path = String.valueOf(room.getPath());
        if (!scheme.matches("wss?|https?") || !path.matches("/play/[^/]+")) {
            throw new IllegalArgumentException(
                    "a room's address looks like ws://127.0.0.1:7777/play/arena, not " + room);
        }
        return scheme.startsWith("http")
                ? URI.create("ws" + room.toString().substring("http".length()))
                : room;
    }

    void connect() {
        var listener = new Downlink(this);
        synchronized (lock) {
            if (leaving) {
                return;
            }
            downlink = listener;
            heardNanos = System.nanoTime();
        }
        var unused =
                hangar.http()
                        .newWebSocketBuilder()
                        .subprotocols(Wire.SUBPROTOCOL)
                        .buildAsync(room, listener)
                        .whenComplete(
                                (socket, failure) -> {
                                    if (failure != null) {
                                        lost(listener, "can't connect: " + Setback.words(failure));
                                    }
                                });
    }

    void opened(Downlink from, WebSocket socket) {
        synchronized (lock) {
            if (from == downlink) {
                outbox = new Outbox(socket, lock);
                refused = null;
                heardNanos = System.nanoTime();
                cockpit.connected(heardNanos);
                watchForSilence(from, socket);
            } else {
                socket.abort();
            }
        }
    }

    void take(Downlink from, byte[] message, int length) {
        synchronized (lock) {
            if (from != downlink) {
                return;
            }
            heardNanos = System.nanoTime();
            switch (cockpit.receive(message, length, heardNanos)) {
                case Heard.Frame frame -> desk.show(heardNanos);
                case Heard.Word(ServerMessage word) -> hear(word);
                case Heard.Skipped skipped -> {}
                case Heard.Garbled garbled -> {}
            }
        }
    }

    void closed(Downlink from, int code) {
        synchronized (lock) {
            Refused said = refused;
            Refusal why = Refusal.of(code).orElse(null);
            if (why == null || Patience.worthATry(why)) {
                lost(from, said == null ? "the server hung up" : said.text());
            } else if (from == downlink) {
                String words = said == null ? why.text() : said.text();
                leave(new IllegalStateException(room + ": " + words));
            }
        }
    }

    /** The connection is gone; the next try follows. */
    void lost(Downlink from, String why) {
        synchronized (lock) {
            if (from == downlink) {
                downlink = null;
                outbox = null;
                desk.tell(() -> pilot.closed(/* comesBack= */ true));
                long waitMillis = patience.nextMillis(ThreadLocalRandom.current().nextDouble());
                LOG.log(Level.WARNING, "{0}: {1}; next try in {2} ms", room, why, waitMillis);
                var unused =
                        hangar.timer().schedule(this::connect, waitMillis, TimeUnit.MILLISECONDS);
            }
        }
    }

    private void failed(Throwable thrown) {
        leave(new IllegalStateException("the pilot threw " + thrown, thrown));
    }

    /** Says goodbye if there is a line to say it on, then ends: for a reason, or by itself. */
    private void leave(@Nullable Throwable failure) {
        CompletableFuture<Boolean> said = CompletableFuture.completedFuture(true);
        synchronized (lock) {
            if (leaving) {
                return;
            }
            leaving = true;
            downlink = null;
            if (outbox != null) {
                cockpit.leave();
                said = outbox.close();
            }
            desk.tell(() -> pilot.closed(/* comesBack= */ false));
        }
        var unused =
                said.completeOnTimeout(false, GOODBYE_SECONDS, TimeUnit.SECONDS)
                        .whenComplete((done, broken) -> end(failure));
    }

    private void watchForSilence(Downlink from, WebSocket socket) {
        var unused =
                hangar.timer().schedule(() -> look(from, socket), LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look(Downlink from, WebSocket socket) {
        synchronized (lock) {
            if (from != downlink) {
                return;
            }
            if (System.nanoTime() - heardNanos < SILENCE_NANOS) {
                watchForSilence(from, socket);
                return;
            }
        }
        socket.abort();
        lost(from, "silent for five seconds");
    }

    private void hear(ServerMessage word) {
        if (word instanceof Welcome) {
            patience.reset();
        } else if (word instanceof Refused why) {
            refused = why;
        }
        int seat = cockpit.seat();
        desk.tell(() -> Sortie.tell(pilot, word, seat));
    }

    private void send(byte[] message) {
        if (outbox != null) {
            outbox.send(message);
        }
    }

    private void end(@Nullable Throwable failure) {
        hangar.landed(this);
        if (failure == null) {
            ended.complete(this);
        } else {
            ended.completeExceptionally(failure);
        }
    }
}
