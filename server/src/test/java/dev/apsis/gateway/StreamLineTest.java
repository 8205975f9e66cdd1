package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What must not be lost, on a stream whose other end reads when it is told to. */
@ExtendWith(VertxExtension.class)
class StreamLineTest {
    private static final String CLOSE =
            """
            event: close
            data: {"code":4014,"reason":"slow"}

            """;

    private final Deque<Promise<Void>> unread = new ArrayDeque<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private String last = "";
    private StreamLine line;

    @BeforeEach
    void open(Vertx vertx) {
        line = new StreamLine(new EventStream(vertx, response()), refusals::add);
    }

    private HttpServerResponse response() {
        return (HttpServerResponse)
                Proxy.newProxyInstance(
                        StreamLineTest.class.getClassLoader(),
                        new Class<?>[] {HttpServerResponse.class},
                        (proxy, method, arguments) ->
                                method.getName().equals("write")
                                        ? write(String.valueOf(arguments[0]))
                                        : Future.succeededFuture());
    }

    private Future<Void> write(String text) {
        Promise<Void> written = Promise.promise();
        unread.add(written);
        last = text;
        return written.future();
    }

    private void say(int times) {
        for (int i = 0; i < times; i++) {
            line.say(new Utterance(new Notice("hi")));
        }
    }

    @Test
    void soManyMessagesWaitBehindOneAndWithOneMoreItIsClosed() {
        say(1 + SocketLine.MAX_WAITING);
        assertEquals(257, unread.size());
        assertFalse(line.closed());
        say(1);
        assertTrue(line.closed());
        assertEquals(CLOSE, last);
        assertEquals(List.of(Refusal.SLOW), refusals);
    }

    @Test
    void whatWasReadIsNotCountedAgain() {
        say(1 + SocketLine.MAX_WAITING);
        while (!unread.isEmpty()) {
            unread.remove().complete();
        }
        say(1 + SocketLine.MAX_WAITING);
        assertFalse(line.closed());
    }
}
