package dev.apsis.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.gateway.CertificateFiles;
import dev.apsis.gateway.Papers;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Our own sockets through TLS, against those of Vert.x. */
@ExtendWith(VertxExtension.class)
class TlsPipeTest {
    private static final String SUBPROTOCOL = "test.v1";
    private static final int MOST_TURNS = 20_000;

    @TempDir private Path folder;
    private final Witness heard = new Witness();
    private Consumer<ServerWebSocket> answer =
            socket -> socket.binaryMessageHandler(socket::writeBinaryMessage);
    private Vertx vertx;
    private CertificateFiles files;
    private SocketLoop loop;

    @BeforeEach
    void start(Vertx given) throws Exception {
        vertx = given;
        files = Papers.issue(folder, "localhost", "EC", "-ext", "san=dns:localhost");
        loop = new SocketLoop(1, trusting(files.chain()));
    }

    @AfterEach
    void stop() throws IOException {
        loop.close();
    }

    @Test
    void messagesOfAllSizesComeBackAsTheyWere() throws IOException {
        comeBack("TLSv1.3");
    }

    @Test
    void theyDoSoInTheOlderVersion() throws IOException {
        comeBack("TLSv1.2");
    }

    private void comeBack(String version) throws IOException {
        URI server = listen(version, "localhost");
        LeanSocket socket = loop.connect(server, SUBPROTOCOL, heard);
        until(() -> heard.opened);
        var random = new SplittableRandom(5);
        List<byte[]> said = new ArrayList<>();
        for (int length : new int[] {0, 1, 125, 126, 4096, 16_384, 40_000, 60_000}) {
            byte[] message = new byte[length];
            random.nextBytes(message);
            said.add(message);
            socket.say(message, length);
        }
        until(() -> heard.messages.size() == said.size() || heard.code != 0);

        assertEquals("", heard.why);
        for (int i = 0; i < said.size(); i++) {
            assertArrayEquals(said.get(i), heard.messages.get(i));
        }
    }

    @Test
    void aBigMessageArrivesWhole() throws IOException {
        byte[] big = new byte[700_000];
        new SplittableRandom(3).nextBytes(big);
        answer = socket -> socket.writeBinaryMessage(Buffer.buffer(big));
        loop.connect(listen("TLSv1.3", "localhost"), SUBPROTOCOL, heard);
        until(() -> !heard.messages.isEmpty() || heard.code != 0);

        assertArrayEquals(big, heard.messages.getFirst());
    }

    @Test
    void whatTheServerDoesNotReadIsNotKeptWithoutEnd() throws IOException {
        answer = ServerWebSocket::pause;
        LeanSocket socket = loop.connect(listen("TLSv1.3", "localhost"), SUBPROTOCOL, heard);
        until(() -> heard.opened);
        byte[] message = new byte[30_000];
        until(
                () -> {
                    socket.say(message, message.length);
                    return heard.code != 0;
                });

        assertEquals("the peer does not read", heard.why);
    }

    @Test
    void aGoodbyeIsHeardWithItsReason() throws IOException {
        answer = socket -> socket.close((short) 4002, "the room is full");
        loop.connect(listen("TLSv1.3", "localhost"), SUBPROTOCOL, heard);
        until(() -> heard.code != 0);

        assertEquals("4002 the room is full", heard.code + " " + heard.why);
    }

    @Test
    void aServerNobodyVouchesForIsNotSpokenTo() throws IOException {
        try (var careful = new SocketLoop(1)) {
            careful.connect(listen("TLSv1.3", "localhost"), SUBPROTOCOL, heard);
            until(careful, () -> heard.code != 0);
        }

        assertTrue(heard.why.startsWith("the server's certificate is not trusted"), heard.why);
    }

    @Test
    void norOneWithACertificateOfAnotherName() throws IOException {
        loop.connect(listen("TLSv1.3", "127.0.0.1"), SUBPROTOCOL, heard);
        until(() -> heard.code != 0);

        assertTrue(heard.why.startsWith("the server's certificate is not trusted"), heard.why);
    }

    @Test
    void whatSpeaksNoTlsIsRefused() throws IOException {
        HttpServer plain = vertx.createHttpServer();
        plain.requestHandler(request -> request.response().end());
        int port = plain.listen(0, "127.0.0.1").await().actualPort();
        loop.connect(URI.create("wss://localhost:" + port + "/"), SUBPROTOCOL, heard);
        until(() -> heard.code != 0);

        assertEquals(1006, heard.code);
    }

    private URI listen(String version, String host) {
        var options =
                new HttpServerOptions()
                        .addWebSocketSubProtocol(SUBPROTOCOL)
                        .setMaxWebSocketFrameSize(1 << 21)
                        .setMaxWebSocketMessageSize(1 << 21)
                        .setSsl(true)
                        .setEnabledSecureTransportProtocols(Set.of(version))
                        .setKeyCertOptions(
                                new PemKeyCertOptions()
                                        .setCertPath(files.chain().toString())
                                        .setKeyPath(files.key().toString()));
        int port =
                vertx.createHttpServer(options)
                        .webSocketHandler(socket -> answer.accept(socket))
                        .listen(0, "127.0.0.1")
                        .await()
                        .actualPort();
        return URI.create("wss://" + host + ":" + port + "/");
    }

    private static SSLContext trusting(Path chain) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        try (InputStream in = Files.newInputStream(chain)) {
            known.setCertificateEntry(
                    "a", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var managers = TrustManagerFactory.getInstance("PKIX");
        managers.init(known);
        SSLContext trust = SSLContext.getInstance("TLS");
        trust.init(null, managers.getTrustManagers(), null);
        return trust;
    }

    private void until(BooleanSupplier condition) throws IOException {
        until(loop, condition);
    }

    private static void until(SocketLoop loop, BooleanSupplier condition) throws IOException {
        for (int turns = 0; !condition.getAsBoolean(); turns++) {
            assertTrue(turns < MOST_TURNS, "it never came");
            loop.turn(1);
        }
    }
}
