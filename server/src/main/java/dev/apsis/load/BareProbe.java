package dev.apsis.load;
import io.vertx.core.*;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.*;
import java.util.*;
public final class BareProbe {
    public static void main(String[] a) throws Exception {
        int port = Integer.parseInt(a[0]), size = Integer.parseInt(a[1]);
        boolean hear = a.length > 2;
        Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(2));
        vertx.deployVerticle(() -> new VerticleBase() {
            public Future<?> start() {
                List<ServerWebSocket> socks = new ArrayList<>();
                byte[] pay = new byte[size];
                vertx.setPeriodic(33, t -> { for (ServerWebSocket s : socks) s.writeBinaryMessage(Buffer.buffer(pay)); });
                return vertx.createHttpServer(new HttpServerOptions().addWebSocketSubProtocol("bare").setPerMessageWebSocketCompressionSupported(false).setPerFrameWebSocketCompressionSupported(false))
                  .webSocketHandler(s -> { socks.add(s); if (hear) s.binaryMessageHandler(b -> {}); s.closeHandler(v -> socks.remove(s)); }).listen(port, "127.0.0.1");
            }
        }, new DeploymentOptions().setInstances(2)).await();
        System.out.println("bare " + ProcessHandle.current().pid());
    }
}
