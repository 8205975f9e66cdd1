package dev.apsis.gateway;

import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;

import io.vertx.core.json.JsonObject;

import java.util.Arrays;
import java.util.Base64;
import java.util.function.Consumer;

/**
 * The line to a client whose network lets no WebSocket through: down by server-sent events, at half
 * the rate, for each is a third longer than its bytes. Owned by the stream's event loop.
 *
 * <pre>
 * stream = link message* [close]
 * link   = "event: link" {"link": WHERE_TO_POST}
 * message = base64 of a server's message
 * close  = "event: close" {"code": NUMBER, "reason": WORD}
 * </pre>
 */
final class StreamLine implements Line {
    /** Fifteen times a second, where sockets are shown thirty frames. */
    private static final int FRAMES_PER_LOOK = 2;

    private static final int GOODBYE = 1000;

    private final EventStream stream;
    private final Consumer<Refusal> refusals;
    private boolean closed;

    /** Each refusal is told to {@code refusals} too, which counts them. */
    StreamLine(EventStream stream, Consumer<Refusal> refusals) {
        this.refusals = refusals;
        this.stream = stream;
    }

    /** The client is gone. */
    void lost() {
        closed = true;
    }

    @Override
    public Tongue tongue() {
        return Tongue.BINARY;
    }

    @Override
    public int framesPerLook() {
        return FRAMES_PER_LOOK;
    }

    @Override
    public boolean closed() {
        return closed;
    }

    @Override
    public void say(Utterance utterance) {
        if (closed) {
            return;
        }
        if (stream.waiting() > SocketLine.MAX_WAITING) {
            leave(Refusal.SLOW);
        } else {
            tell(utterance.in(tongue()));
        }
    }

    @Override
    public boolean busy() {
        return stream.waiting() > 0;
    }

    @Override
    public void show(byte[] world, int length) {
        tell(Arrays.copyOf(world, length));
    }

    private void tell(byte[] message) {
        stream.tell("", Base64.getEncoder().encodeToString(message));
    }

    @Override
    public void close() {
        close(GOODBYE, "goodbye");
    }

    @Override
    public void refuse(Refused refused) {
        say(new Utterance(refused));
        leave(refused.reason());
    }

    private void leave(Refusal why) {
        if (!closed) {
            refusals.accept(why);
            close(why.closeCode(), why.word());
        }
    }

    private void close(int code, String reason) {
        if (!closed) {
            closed = true;
            stream.tellAs(
                    "close", new JsonObject().put("code", code).put("reason", reason).encode());
            stream.end();
        }
    }
}
