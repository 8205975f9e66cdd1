package dev.apsis.load;

import org.jspecify.annotations.Nullable;

import java.util.function.LongSupplier;

/**
 * A client of a {@link BareSender}: counts what it hears, and may answer each frame. Owned by its
 * squadron's thread.
 */
final class Listener implements Client {
    private final byte[] answer;
    private final Figures figures;
    private final LongSupplier nanos;
    private @Nullable LeanSocket socket;
    private Standing standing = Standing.ASKING;
    private String why = "";
    private long frameNanos;

    Listener(int answerBytes, Figures figures, LongSupplier nanos) {
        this.answer = new byte[answerBytes];
        this.figures = figures;
        this.nanos = nanos;
    }

    @Override
    public void opened(LeanSocket opened) {
        socket = opened;
        standing = Standing.IN;
    }

    @Override
    public void heard(byte[] message, int length) {
        long now = nanos.getAsLong();
        figures.message(message, length);
        figures.frame(frameNanos == 0 ? 0 : now - frameNanos);
        frameNanos = now;
        if (answer.length > 0 && socket != null) {
            socket.say(answer, answer.length);
        }
    }

    @Override
    public void closed(int code, String reason) {
        standing = standing.ended();
        why = reason;
    }

    @Override
    public Standing standing() {
        return standing;
    }

    @Override
    public String why() {
        return why;
    }

    @Override
    public void stayedHome(String reason) {
        closed(0, reason);
    }

    @Override
    public void startWatch() {
        frameNanos = 0;
    }

    @Override
    public void leave() {
        if (socket != null) {
            socket.close();
        }
    }

    @Override
    public Totals totals() {
        return Totals.NONE;
    }
}
