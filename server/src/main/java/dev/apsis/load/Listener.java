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
    private final Stay stay;
    private @Nullable LeanSocket socket;

    Listener(int answerBytes, Figures figures, LongSupplier nanos) {
        this.answer = new byte[answerBytes];
        this.figures = figures;
        this.stay = new Stay(figures);
        this.nanos = nanos;
    }

    @Override
    public void opened(LeanSocket opened) {
        socket = opened;
        stay.begin();
    }

    @Override
    public void heard(byte[] message, int length) {
        long now = nanos.getAsLong();
        figures.message(message, length);
        stay.frame(now);
        if (answer.length > 0 && socket != null) {
            socket.say(answer, answer.length);
        }
    }

    @Override
    public void closed(int code, String reason) {
        stay.end(reason);
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
    public void stayedHome(String reason) {
        closed(0, reason);
    }

    @Override
    public void startWatch() {
        stay.startWatch();
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
