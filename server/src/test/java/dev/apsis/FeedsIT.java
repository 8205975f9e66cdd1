package dev.apsis;

import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;

import dev.apsis.protocol.message.ClientMessage;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.util.List;

/** A room's feed as a browser reads it by itself: EventSource, WebSocket and fetch. */
class FeedsIT {
    /** Each reader keeps what it hears; the first event of all is how things stood. */
    private static final String READ =
            """
            () => {
              window.heard = { stream: [], socket: [] };
              const source = new EventSource('/api/rooms/arena/live');
              source.onmessage = ({ data }) => heard.stream.push(data);
              const socket = new WebSocket(`ws://${location.host}/feed`, 'apsis.feed.v1+json');
              socket.onopen = () =>
                socket.send('{"kind":"subscribe","channel":"room/arena"}');
              socket.onmessage = ({ data }) => {
                const from = '{"channel":"room/arena","event":'.length;
                heard.socket.push(data.slice(from, -1));
              };
            }
            """;

    private static final String BOTH_BEGAN =
            "() => heard.stream.length > 0 && heard.socket.length > 0";

    /** Of what kind the last event of both is, and of whom. */
    private static final String BOTH_HEARD =
            """
            ([kind, name]) => [heard.stream, heard.socket]
              .map((all) => JSON.parse(all.at(-1)))
              .every((event) => event.kind === kind && event.name === name)
            """;

    private static final String POLLED =
            """
            async () => {
              const cursor = JSON.parse(heard.stream[0]).id;
              const answer = await fetch(`/api/rooms/arena/live?since=${cursor}`);
              const { events } = await answer.json();
              return events.map((event) => JSON.stringify(event));
            }
            """;

    private static Grounds grounds;

    @BeforeAll
    static void open() {
        grounds = Grounds.open(8, 2);
    }

    @AfterAll
    static void close() {
        if (grounds != null) {
            grounds.close();
        }
    }

    private static PilotClient fly(String name) {
        return PilotClient.connect(grounds.vertx(), grounds.port(), "arena")
                .say(hello(name, ""))
                .until(PilotClient::flies);
    }

    @Test
    void theBrowsersOwnReadersHearTheSame() {
        try (Visitor visitor = grounds.desk()) {
            Page page = visitor.page();
            page.navigate(grounds.address() + "/health");
            page.evaluate(READ);
            page.waitForFunction(BOTH_BEGAN);
            for (String name : List.of("ann", "bob", "cid")) {
                fly(name).say(new ClientMessage.Goodbye()).until(PilotClient::closed);
                page.waitForFunction(BOTH_HEARD, List.of("left", name));
            }
            PilotClient last = fly("omega");
            page.waitForFunction(BOTH_HEARD, List.of("joined", "omega"));
            List<?> stream = (List<?>) page.evaluate("() => heard.stream");
            List<?> socket = (List<?>) page.evaluate("() => heard.socket");
            List<?> polled = (List<?>) page.evaluate(POLLED);
            assertEquals(stream.subList(1, stream.size()), socket.subList(1, socket.size()));
            assertEquals(stream.subList(1, stream.size()), polled);
            assertTrue(stream.size() >= 8, stream::toString);
            last.close();
        }
    }
}
