package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.store.AddressRange;

import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetClient;
import io.vertx.ext.web.Router;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.stream.Stream;

/** Who is believed about where requests come from: real sockets that say what they like. */
@ExtendWith(VertxExtension.class)
class CallersTest {
    private static final String THIS_MACHINE = "Caller[address=127.0.0.1, secure=false]";

    private Vertx vertx;
    private Post post;

    @BeforeEach
    void begin(Vertx given) {
        vertx = given;
        post = new Post(given, new Venues(), System::nanoTime);
    }

    private int serve(boolean proxyProtocol, String... trusted) {
        var ranges = Stream.of(trusted).map(each -> AddressRange.parse(each).orElseThrow());
        var approach = new Approach(null, ranges.toList(), proxyProtocol);
        Router router = Router.router(vertx);
        router.route().handler(new Callers(approach, post)::greet);
        router.route().handler(context -> context.end(Caller.of(context).toString()));
        var options = new HttpServerOptions().setUseProxyProtocol(proxyProtocol);
        HttpServer server = vertx.createHttpServer(options).requestHandler(router);
        return done(server.listen(0, "127.0.0.1")).actualPort();
    }

    /** Who a request was taken for that came after a line or none, with those headers. */
    private String taken(int port, String line, String... headers) {
        String head = String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : "");
        String request =
                line + "GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + head + "\r\n";
        Promise<String> answer = Promise.promise();
        Buffer heard = Buffer.buffer();
        NetClient client = vertx.createNetClient();
        done(
                client.connect(port, "127.0.0.1")
                        .map(
                                socket -> {
                                    socket.handler(heard::appendBuffer);
                                    socket.closeHandler(end -> answer.complete(heard.toString()));
                                    return socket.write(request);
                                }));
        List<String> lines = done(answer.future()).lines().toList();
        done(client.close()); // a client that nobody holds is closed by the collector, meanwhile
        return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    }

    private long ignored() {
        return post.counts().refusals().getOrDefault("forwarded", 0L);
    }

    private static String caller(String address, boolean secure) {
        return new Caller(address, secure).toString();
    }

    @Test
    void aTrustedProxyIsBelieved() {
        int port = serve(false, "127.0.0.0/8");
        assertEquals(caller("203.0.113.7", false), taken(port, "", "X-Forwarded-For: 203.0.113.7"));
        assertEquals(
                caller("2001:db8:0:0:0:0:0:7", true),
                taken(port, "", "X-Forwarded-For: 2001:db8::7", "X-Forwarded-Proto: https"));
        assertEquals(THIS_MACHINE, taken(port, ""));
        assertEquals(0, ignored());
    }

    @Test
    void nobodyElseIsAndItIsCounted() {
        int port = serve(false, "192.0.2.0/24");
        assertEquals(
                THIS_MACHINE,
                taken(port, "", "X-Forwarded-For: 203.0.113.7", "X-Forwarded-Proto: https"));
        assertEquals(1, ignored());
        assertEquals(THIS_MACHINE, taken(port, ""));
        assertEquals(1, ignored());
    }

    /** A client may send the header itself: the proxy adds the true address at the end. */
    @Test
    void whatTheClientClaimedBeforeTheProxyIsNot() {
        int port = serve(false, "127.0.0.1", "10.0.0.0/8");
        assertEquals(
                caller("203.0.113.7", false),
                taken(port, "", "X-Forwarded-For: 198.51.100.1, 203.0.113.7, 10.1.2.3"));
        assertEquals(
                caller("203.0.113.7", false),
                taken(port, "", "X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: 203.0.113.7"));
    }

    @Test
    void nonsenseStopsAtTheLastAddressKnown() {
        int port = serve(false, "127.0.0.1", "10.0.0.0/8");
        for (String nonsense : List.of("localhost", "", "1.2.3.4/8", "999.1.1.1", "a b")) {
            assertEquals(
                    caller("10.1.2.3", false),
                    taken(port, "", "X-Forwarded-For: " + nonsense + ", 10.1.2.3"));
        }
    }

    @Test
    void aLineOfTheProxyProtocolIsBelievedFromATrustedProxyOnly() {
        String line = "PROXY TCP4 203.0.113.7 192.0.2.1 40000 443\r\n";
        assertEquals(caller("203.0.113.7", false), taken(serve(true, "127.0.0.1"), line));
        assertEquals("", taken(serve(true, "127.0.0.1"), ""), "closed without a word");
        assertEquals(0, ignored());
        assertEquals(THIS_MACHINE, taken(serve(true, "192.0.2.0/24"), line));
        assertEquals(1, ignored());
    }

    @Test
    void whoComesByALineCannotSpeakForOthersByHeader() {
        String line = "PROXY TCP4 203.0.113.7 192.0.2.1 40000 443\r\n";
        assertEquals(
                caller("203.0.113.7", false),
                taken(serve(true, "127.0.0.1"), line, "X-Forwarded-For: 198.51.100.1"));
        assertEquals(1, ignored());
    }
}
