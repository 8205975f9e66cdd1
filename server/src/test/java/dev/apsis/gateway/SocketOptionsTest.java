package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.PilotClient;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.EpollChannelOption;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import java.util.concurrent.CompletableFuture;

/** What Linux is asked for on the socket of who plays, by its own transport, as in production. */
@EnabledOnOs(OS.LINUX)
class SocketOptionsTest {
    private final CompletableFuture<Channel> accepted = new CompletableFuture<>();
    private Vertx vertx;
    private PilotClient pilot;

    @BeforeEach
    void fly() {
        vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
        SoleRoom.open(vertx, System::nanoTime);
        var gateway = new GatewayVerticle(SoleRoom.doors(this::note));
        done(vertx.deployVerticle(gateway));
        pilot = PilotClient.connect(vertx, gateway.port(), SoleRoom.NAME);
        pilot.say(hello("ann", "")).until(PilotClient::flies);
    }

    @AfterEach
    void hangUp() {
        pilot.close();
        done(vertx.close());
    }

    /** An annex that only looks on what somebody asks. */
    private void note(Vertx ignored, Router router, Post post) {
        router.route("/play/*")
                .handler(
                        context -> {
                            var line = (ConnectionBase) context.request().connection();
                            accepted.complete(line.channel());
                            context.next();
                        });
    }

    private <T> T option(ChannelOption<T> asked) {
        return accepted.join().config().getOption(asked);
    }

    @Test
    void nothingIsHeldBackLittleWaitsInTheSystemAndWhoIsGoneIsCut() {
        assertEquals(true, option(ChannelOption.TCP_NODELAY));
        assertEquals(4096, option(EpollChannelOption.TCP_NOTSENT_LOWAT));
        assertEquals(300_000, option(EpollChannelOption.TCP_USER_TIMEOUT));
    }
}
