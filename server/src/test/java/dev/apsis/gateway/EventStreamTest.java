package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.lang.reflect.Proxy;

/** How a stream of events ends. */
@ExtendWith(VertxExtension.class)
class EventStreamTest {
    private int ends;

    private HttpServerResponse response() {
        return (HttpServerResponse)
                Proxy.newProxyInstance(
                        EventStreamTest.class.getClassLoader(),
                        new Class<?>[] {HttpServerResponse.class},
                        (proxy, method, arguments) -> {
                            ends += method.getName().equals("end") ? 1 : 0;
                            return Future.succeededFuture();
                        });
    }

    /** Whose end it is may be one of many who are just being told something. */
    @Test
    void itEndsAfterWhatIsBeingDone(Vertx vertx) {
        var stream = new EventStream(vertx, response());
        Future<Integer> meanwhile =
                Future.future(
                        promise ->
                                vertx.runOnContext(
                                        turn -> {
                                            stream.end();
                                            int soFar = ends;
                                            vertx.runOnContext(next -> promise.complete(soFar));
                                        }));
        assertEquals(0, done(meanwhile));
        assertEquals(1, ends);
    }
}
