package dev.apsis.app;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import dev.apsis.PilotClient;
import dev.apsis.orbit.GameSettings;
import dev.apsis.protocol.message.People.Person;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.Set;

/** House bots in a real room: whoever comes finds company, and room. */
@ExtendWith(VertxExtension.class)
class HouseBotsTest {
    private static final int WANTED = 3;

    @Test
    void botsKeepThePartyAtItsNumberAndLeaveAsPeopleCome(Vertx vertx) {
        GameSettings game = GameSettings.of(GameSettings.Game.TEAMS, 2, 4, 60);
        var settings = new Server.Start("127.0.0.1", 0, Set.of(), "arena", game, WANTED, 7);
        int port = done(Server.start(vertx, settings, 1)).port();
        PilotClient ann = fly(vertx, port, "ann");
        ann.until(pilot -> people(pilot) == 1 && bots(pilot) == WANTED - 1);
        PilotClient bob = fly(vertx, port, "bob");
        ann.until(pilot -> people(pilot) == 2 && bots(pilot) == WANTED - 2);
        PilotClient cid = fly(vertx, port, "cid");
        ann.until(pilot -> people(pilot) == WANTED && bots(pilot) == 0);
        bob.close();
        cid.close();
        ann.close();
    }

    private static PilotClient fly(Vertx vertx, int port, String name) {
        return PilotClient.connect(vertx, port, "arena")
                .say(hello(name, ""))
                .until(PilotClient::flies);
    }

    private static int people(PilotClient pilot) {
        return pilot.people().people().size() - bots(pilot);
    }

    private static int bots(PilotClient pilot) {
        return (int)
                pilot.people().people().stream()
                        .map(Person::name)
                        .filter(name -> name.startsWith("bot "))
                        .count();
    }
}
