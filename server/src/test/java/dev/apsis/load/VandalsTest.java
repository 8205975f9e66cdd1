package dev.apsis.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.orbit.Arenas;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** What harms a server, and what only looks like it, on a real one. */
@ExtendWith(VertxExtension.class)
class VandalsTest {
    private URI server = URI.create("ws://127.0.0.1/");

    @BeforeEach
    void start(Vertx vertx) {
        var settings = new Server.Start("127.0.0.1", 0, "arena", 4, Arenas.lone(4, 60), 7);
        int port = PilotClient.done(Server.start(vertx, settings, 1)).port();
        server = URI.create("ws://127.0.0.1:" + port);
    }

    @Test
    void theServerEndsWhatIsHostileAndLetsOthersPlay() throws IOException {
        try (var vandals = new Vandals(server.resolve("/play/arena"), 3, System::nanoTime)) {
            int ended = vandals.rage(40, 40);

            assertTrue(ended > 0, "noise, garbage and floods, as far as there was time");
        }
        var plan = new Plan(server, List.of("arena"), 1, Temper.IDLE, 0, 1, 5, null);
        try (Squadron squadron = new Squadron(plan, System::nanoTime, moment -> {})) {
            assertEquals(1, squadron.fly().joined());
        }
    }

    @Test
    void whoeverFreezesIsKeptAndCatchesUp() throws IOException {
        var plan = new Plan(server, List.of("arena"), 3, Temper.RANDOM, 0, 1, 5, null);
        Frost.Thaw thaw = new Frost(plan, 3, System::nanoTime, moment -> {}).run();

        assertTrue(thaw.kept(), thaw.why());
        assertEquals(3, thaw.others().joined());
        assertEquals(0, thaw.others().garbled());
        assertEquals(0, thaw.others().desyncs());
        assertTrue(thaw.others().frames() > 0);
    }
}
