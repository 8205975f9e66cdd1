package dev.apsis.app;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.apsis.PilotClient;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Round;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.List;
import java.util.Set;

/** When a room ends that was asked to, long before its time is up. */
@ExtendWith(VertxExtension.class)
class DrainTest {
    private static final int AN_HOUR = 3600;

    @Test
    void itEndsWithItsRoundWhichItsPeopleMayPlay(Vertx vertx) {
        Server server = serve(vertx, GameSettings.of(Game.DUEL, 2, 2, 60));
        PilotClient ann = fly(vertx, server, "ann");
        PilotClient bob = fly(vertx, server, "bob");
        ann.until(pilot -> pilot.phase() == Round.Phase.PLAYING);
        Future<?> drained = server.drain(AN_HOUR);
        ann.until(pilot -> pilot.notice().contains("restarts in 3600 s"));
        int tick = ann.mirror().tick();
        ann.until(pilot -> pilot.mirror().tick() > tick + 30);
        assertFalse(drained.isComplete(), "the round goes on");
        bob.say(new ClientMessage.Goodbye());
        ann.until(PilotClient::closed);
        assertEquals(Round.Phase.PODIUM, ann.phase(), "how it ended is told before");
        assertEquals(Refusal.DRAINING.closeCode(), ann.closeCode());
        done(drained);
        ann.close();
        bob.close();
    }

    @Test
    void itsSecondsAreCountedDown(Vertx vertx) {
        Server server = serve(vertx, GameSettings.of(Game.FFA, 2, 4, 60));
        PilotClient ann = fly(vertx, server, "ann");
        Future<?> drained = server.drain(2);
        ann.until(pilot -> pilot.notice().contains("restarts in 2 s"));
        ann.until(pilot -> pilot.notice().contains("restarts in 1 s"));
        done(drained);
        ann.close();
    }

    @Test
    void whoReloadsMeanwhileHasItsShipBackAndStrangersDoNotComeIn(Vertx vertx) {
        Server server = serve(vertx, GameSettings.of(Game.FFA, 2, 4, 60));
        PilotClient ann = fly(vertx, server, "ann");
        Future<?> drained = server.drain(AN_HOUR);
        ann.until(pilot -> pilot.notice().contains("restarts in 3600 s"));
        PilotClient again = fly(vertx, server, "ann", ann.welcome().token());
        assertEquals(ann.welcome().seat(), again.welcome().seat());
        PilotClient bob = connect(vertx, server, "bob", "").until(PilotClient::closed);
        assertEquals(Refusal.DRAINING.closeCode(), bob.closeCode());
        again.say(new ClientMessage.Goodbye());
        done(drained);
        List.of(ann, again, bob).forEach(PilotClient::close);
    }

    private static Server serve(Vertx vertx, GameSettings game) {
        var start = new Server.Start("127.0.0.1", 0, Set.of(), "pit", game, 0, 7);
        return done(Server.start(vertx, start, 1));
    }

    private static PilotClient fly(Vertx vertx, Server server, String name) {
        return fly(vertx, server, name, "");
    }

    private static PilotClient fly(Vertx vertx, Server server, String name, String token) {
        return connect(vertx, server, name, token).until(PilotClient::flies);
    }

    private static PilotClient connect(Vertx vertx, Server server, String name, String token) {
        return PilotClient.connect(vertx, server.port(), "pit").answering().say(hello(name, token));
    }
}
