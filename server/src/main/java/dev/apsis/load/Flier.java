package dev.apsis.load;

import dev.apsis.protocol.bot.Cockpit;
import dev.apsis.protocol.bot.Heard;
import dev.apsis.protocol.bot.Lead;
import dev.apsis.protocol.bot.Papers;
import dev.apsis.protocol.delta.Motion;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.Arena;

import org.jspecify.annotations.Nullable;

import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One client of a load: its socket, its cockpit, its mind, and what it measures. Owned by its
 * squadron's thread.
 */
final class Flier implements Client {
    private final Cockpit cockpit;
    private final Mind mind;
    private final Figures figures;
    private final LongSupplier nanos;
    private final Stay stay;
    private @Nullable LeanSocket socket;
    private int receiveBytes;
    private long toldTripNanos;

    Flier(
            String name,
            Temper temper,
            SplittableRandom random,
            Figures figures,
            LongSupplier nanos) {
        this.figures = figures;
        this.stay = new Stay(figures);
        this.nanos = nanos;
        this.cockpit = new Cockpit(Papers.bot(name), this::send, Lead.adaptive());
        this.mind = temper.mind(cockpit, random);
    }

    @Override
    public void opened(LeanSocket opened) {
        socket = opened;
        cockpit.connected(nanos.getAsLong());
    }

    @Override
    public void heard(byte[] message, int length) {
        long now = nanos.getAsLong();
        figures.message(message, length);
        Heard heard = mind.receive(message, length, now);
        if (heard instanceof Heard.Frame) {
            measure(now);
        } else if (heard instanceof Heard.Word word && word.message() instanceof Welcome) {
            stay.begin();
        }
    }

    @Override
    public void closed(int code, String reason) {
        stay.end(Refusal.of(code).map(Refusal::text).orElse(reason));
    }

    @Override
    public int receiveBytes() {
        return receiveBytes;
    }

    @Override
    public void stayedHome(String reason) {
        closed(0, reason);
    }

    @Override
    public void startWatch() {
        stay.startWatch();
    }

    @Override
    public void leave() {
        if (stay.standing() == Standing.IN) {
            cockpit.leave();
        }
    }

    @Override
    public Standing standing() {
        return stay.standing();
    }

    @Override
    public String why() {
        return stay.why();
    }

    @Override
    public Totals totals() {
        return new Totals(
                cockpit.lateCommands(),
                cockpit.counts().resyncs(),
                cockpit.counts().desyncs(),
                cockpit.counts().garbled());
    }

    /** Who predicts the things of an arena for it. */
    Flier predicting(Function<Arena, Motion> by) {
        cockpit.predicting(by);
        return this;
    }

    /** Its system shall keep only so much that was not read yet. */
    Flier withReceiveBytes(int bytes) {
        receiveBytes = bytes;
        return this;
    }

    /** Reads nothing, or reads on. */
    void freeze(boolean frozen) {
        if (socket != null) {
            socket.freeze(frozen);
        }
    }

    /** Its end's port; -1 before it has one. */
    int localPort() {
        return socket == null ? -1 : socket.localPort();
    }

    private void measure(long now) {
        stay.frame(now);
        long age = cockpit.frameAgeNanos(now);
        if (age >= 0) {
            figures.age(age);
        }
        long trip = cockpit.ackNanos();
        if (trip != toldTripNanos) {
            toldTripNanos = trip;
            figures.trip(trip);
        }
    }

    private void send(byte[] message) {
        if (socket != null) {
            socket.say(message, message.length);
        }
    }
}
