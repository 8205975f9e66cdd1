package dev.apsis.load;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;

/**
 * What all sockets of one loop have for TLS: whom they trust, and buffers while it is their turn.
 * Owned by the loop's thread.
 */
final class TlsBench {
    private static final int ARRIVED_BYTES = 1 << 18;

    /** More than the longest record, as engines ask for it. */
    private static final int LEAVING_BYTES = 1 << 16;

    private final SSLContext trust;
    private final ByteBuffer arrived = ByteBuffer.allocateDirect(ARRIVED_BYTES);
    private final ByteBuffer leaving = ByteBuffer.allocateDirect(LEAVING_BYTES);

    TlsBench(SSLContext trust) {
        this.trust = trust;
    }

    /** A way through a channel that is on its way to a server, which is to prove its name. */
    Pipe through(SocketChannel channel, URI server) {
        SSLEngine engine = trust.createSSLEngine(server.getHost(), Upgrade.port(server));
        engine.setUseClientMode(true);
        SSLParameters terms = engine.getSSLParameters();
        terms.setEndpointIdentificationAlgorithm("HTTPS");
        engine.setSSLParameters(terms);
        return new TlsPipe(channel, engine, this);
    }

    /** An empty buffer for what comes from the network, valid until the next call. */
    ByteBuffer arrived() {
        return arrived.clear();
    }

    /** An empty buffer for what goes to it, valid until the next call. */
    ByteBuffer leaving() {
        return leaving.clear();
    }
}
