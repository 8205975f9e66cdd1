package dev.apsis.protocol.bot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.channels.UnresolvedAddressException;
import java.util.concurrent.CompletionException;

/** Why a bot is not connected, as its author reads it. */
class SetbackTest {
    private static String whyNot(URI room) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.newWebSocketBuilder()
                    .buildAsync(room, new WebSocket.Listener() {})
                    .handle((socket, failure) -> Setback.words(failure))
                    .join();
        }
    }

    @Test
    void whereNobodyListensNobodyAnswers() throws IOException {
        int port;
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
        }
        assertEquals("no server answers there", whyNot(URI.create("ws://127.0.0.1:" + port)));
    }

    @Test
    void aHostThatIsNoneIsSaidToBeNone() {
        var nowhere = new ConnectException();
        nowhere.initCause(new UnresolvedAddressException());
        assertEquals("there is no such host", Setback.words(new CompletionException(nowhere)));
    }

    @Test
    void whatElseWentWrongSaysSoItself() {
        assertEquals("cut", Setback.words(new CompletionException(new IOException("cut"))));
        assertEquals("java.io.IOException", Setback.words(new IOException()));
    }
}
