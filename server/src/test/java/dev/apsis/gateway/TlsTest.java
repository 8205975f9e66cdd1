package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A server that speaks TLS itself, with two gateways, and a certificate that is renewed. */
@ExtendWith(VertxExtension.class)
class TlsTest {

    @TempDir private Path folder;
    private Vertx vertx;
    private CertificateFiles files;
    private Server server;

    @BeforeEach
    void start(Vertx given) throws Exception {
        vertx = given;
        files = Papers.issue(folder, "first", "EC");
        var tls = new Approach.Tls(files, files.read(Instant.now()), 0);
        var settings =
                new Server.Start("127.0.0.1", 0, "arena", 2, Arenas.lone(2, 60), 7)
                        .with(new Approach(tls, List.of(), /* proxyProtocol= */ false));
        server = done(Server.start(given, settings, 2));
    }

    /** Whose certificates new connections are shown; both event loops are met in eight of them. */
    private Set<String> shown() throws Exception {
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < 8; i++) {
            names.add(shownOnce());
        }
        return names;
    }

    private String shownOnce() throws Exception {
        var trusting = new HttpClientOptions().setSsl(true).setTrustAll(true).setVerifyHost(false);
        HttpClientAgent http = vertx.createHttpClient(trusting);
        HttpClientResponse response =
                done(
                        http.request(HttpMethod.GET, server.port(), "127.0.0.1", "/health/live")
                                .compose(request -> request.send()));
        assertEquals(200, response.statusCode());
        var connection = response.request().connection();
        var own = (X509Certificate) connection.sslSession().getPeerCertificates()[0];
        done(http.close());
        return own.getSubjectX500Principal().getName();
    }

    private PilotClient connect() {
        return PilotClient.connectSecurely(vertx, server.port(), "arena").answering();
    }

    @Test
    void aPilotFliesByWss() {
        PilotClient pilot = connect();
        pilot.say(hello("Ada", "")).until(PilotClient::flies);
        int before = pilot.snapshots();
        pilot.until(heard -> heard.snapshots() > before + 30);
        pilot.close();
    }

    @Test
    void aRenewedCertificateIsShownAndNobodyIsDropped() throws Exception {
        PilotClient pilot = connect();
        pilot.say(hello("Ada", "")).until(PilotClient::flies);
        assertEquals(Set.of("CN=first"), shown());
        assertFalse(done(server.renewCertificate()));

        Papers.issue(folder, "second", "RSA");
        assertTrue(done(server.renewCertificate()));
        assertEquals(Set.of("CN=second"), shown());
        int before = pilot.snapshots();
        pilot.until(heard -> heard.snapshots() > before + 5);
        pilot.close();
    }

    @Test
    void aBrokenPairChangesNothing() throws Exception {
        Files.writeString(files.key(), "half a ke");
        assertFalse(done(server.renewCertificate()));
        assertEquals(Set.of("CN=first"), shown());
        Papers.issue(folder, "third", "EC");
        assertTrue(done(server.renewCertificate()));
        assertEquals(Set.of("CN=third"), shown());
    }

    @Test
    void whoSpeaksPlainHttpGetsNothing() {
        HttpClientAgent http = vertx.createHttpClient();
        assertThrows(
                AssertionError.class,
                () ->
                        done(
                                http.request(HttpMethod.GET, server.port(), "127.0.0.1", "/")
                                        .compose(request -> request.send())));
    }

    @Test
    void whoForgotTheSIsSentOn() {
        var redirect = new RedirectVerticle("127.0.0.1", -1, 7777);
        done(vertx.deployVerticle(redirect));
        HttpClientAgent http = vertx.createHttpClient();
        HttpClientResponse answer = done(ask(http, redirect.port(), "play.example:80"));
        assertEquals(308, answer.statusCode());
        assertEquals("https://play.example:7777/play/a?b=c", answer.getHeader("Location"));
        assertEquals(400, done(ask(http, redirect.port(), "evil/@host")).statusCode());
    }

    private static Future<HttpClientResponse> ask(HttpClientAgent http, int port, String host) {
        var options =
                new RequestOptions()
                        .setHost("127.0.0.1")
                        .setPort(port)
                        .setURI("/play/a?b=c")
                        .putHeader("Host", host);
        return http.request(options).compose(request -> request.send());
    }
}
