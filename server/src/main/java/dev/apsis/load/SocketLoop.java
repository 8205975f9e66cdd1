package dev.apsis.load;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

import javax.net.ssl.SSLContext;

/**
 * All sockets of one thread, and the buffers they share while it is their turn. Owned by the thread
 * that calls {@link #turn}; no other may touch it or its sockets.
 */
final class SocketLoop implements AutoCloseable {
    private static final int INBOX_BYTES = 1 << 21;

    private final Selector selector;
    private final SplittableRandom random;
    private final @Nullable SSLContext trust;
    private @Nullable TlsBench bench;
    private final ByteBuffer inbox = ByteBuffer.allocateDirect(INBOX_BYTES);
    private final ByteBuffer scratch = ByteBuffer.allocateDirect(LeanSocket.MAX_WAITING);
    private byte[] payload = new byte[4096];
    private long receivedBytes;
    private long sentBytes;

    SocketLoop(long seed) throws IOException {
        this(seed, null);
    }

    /** One whose servers are vouched for as that says, or as Java does. */
    SocketLoop(long seed, @Nullable SSLContext trust) throws IOException {
        this.trust = trust;
        this.selector = Selector.open();
        this.random = new SplittableRandom(seed);
    }

    /** A socket on its way to a server; its ear hears when it is there, or will never be. */
    LeanSocket connect(URI uri, String subprotocol, LeanSocket.Ear ear) throws IOException {
        return connect(uri, Upgrade.to(uri, subprotocol, random), ear);
    }

    /** One that asks in words of its own. */
    LeanSocket connect(URI uri, Upgrade upgrade, LeanSocket.Ear ear) throws IOException {
        var address = new InetSocketAddress(uri.getHost(), Upgrade.port(uri));
        if (address.isUnresolved()) {
            throw new UnknownHostException("there is no host " + uri.getHost());
        }
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        if (ear.receiveBytes() > 0) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, ear.receiveBytes());
        }
        channel.configureBlocking(false);
        channel.connect(address);
        SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
        Pipe pipe = Upgrade.secure(uri) ? bench().through(channel, uri) : new Pipe.Plain(channel);
        var socket = new LeanSocket(new LeanSocket.Way(this, key, pipe), upgrade, ear);
        key.attach(socket);
        return socket;
    }

    private TlsBench bench() throws IOException {
        try {
            if (bench == null) {
                bench = new TlsBench(trust == null ? SSLContext.getDefault() : trust);
            }
            return bench;
        } catch (NoSuchAlgorithmException noTls) {
            throw new IOException("this Java has no TLS", noTls);
        }
    }

    /** Serves what is ready, after waiting for it up to so long. */
    void turn(long millis) throws IOException {
        selector.select(SocketLoop::serve, Math.max(1, millis));
    }

    private static void serve(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof LeanSocket socket) {
            socket.ready();
        }
    }

    /** Bytes read by all sockets so far, frames' heads included. */
    long receivedBytes() {
        return receivedBytes;
    }

    /** Bytes written by all sockets so far. */
    long sentBytes() {
        return sentBytes;
    }

    void received(int bytes) {
        receivedBytes += bytes;
    }

    void sent(int bytes) {
        sentBytes += bytes;
    }

    SplittableRandom random() {
        return random;
    }

    /** An empty buffer to read into, valid until the next call. */
    ByteBuffer inbox() {
        return inbox.clear();
    }

    /** An empty buffer to write from, valid until the next call. */
    ByteBuffer scratch() {
        return scratch.clear();
    }

    /** An array of at least so many bytes, valid until the next call. */
    byte[] payload(int size) {
        if (payload.length < size) {
            payload = new byte[Math.max(size, payload.length * 2)];
        }
        return payload;
    }

    @Override
    public void close() throws IOException {
        for (SelectionKey key : selector.keys()) {
            if (key.attachment() instanceof LeanSocket socket) {
                socket.close();
            }
        }
        selector.close();
    }
}
