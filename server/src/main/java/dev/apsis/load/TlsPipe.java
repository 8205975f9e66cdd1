package dev.apsis.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.security.cert.CertificateException;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;

/**
 * The bytes of one socket through TLS. Owned by its {@link LeanSocket}. It ends without TLS' own
 * goodbye, for the WebSocket has said one, or was not to.
 */
final class TlsPipe implements Pipe {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);
    private static final byte[] NO_BYTES = {};

    private final SocketChannel channel;
    private final SSLEngine engine;
    private final TlsBench bench;
    private ByteBuffer sealed = NOTHING;
    private byte[] early = NO_BYTES;

    TlsPipe(SocketChannel channel, SSLEngine engine, TlsBench bench) {
        this.channel = channel;
        this.engine = engine;
        this.bench = bench;
    }

    @Override
    public void write(ByteBuffer out) throws IOException {
        channel.write(sealed);
        while (!sealed.hasRemaining() && mayGoOn(out)) {
            seal(out);
        }
    }

    /** Nothing is taken before what is sealed has left, so little waits. */
    @Override
    public boolean stuck(boolean more) {
        return sealed.hasRemaining() || (more && !waitsForPeer());
    }

    @Override
    public int read(ByteBuffer in) throws IOException {
        ByteBuffer arrived = bench.arrived().put(early);
        early = NO_BYTES;
        if (channel.read(arrived) < 0) {
            return -1;
        }
        arrived.flip();
        int before = in.position();
        while (answer() || open(arrived, in)) {
            // a record more, of theirs or ours
        }
        if (arrived.hasRemaining()) {
            early = new byte[arrived.remaining()];
            arrived.get(early);
        }
        return engine.isInboundDone() && in.position() == before ? -1 : in.position() - before;
    }

    private boolean mayGoOn(ByteBuffer out) {
        think();
        return !waitsForPeer()
                && (out.hasRemaining()
                        || engine.getHandshakeStatus()
                                == SSLEngineResult.HandshakeStatus.NEED_WRAP);
    }

    private boolean waitsForPeer() {
        return engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_UNWRAP;
    }

    /** Takes the part in the handshake that is ours; whether there was one. */
    private boolean answer() throws IOException {
        think();
        boolean ours =
                engine.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_WRAP
                        && !engine.isOutboundDone();
        if (ours) {
            seal(NOTHING);
        }
        return ours;
    }

    private void think() {
        for (Runnable task = engine.getDelegatedTask();
                task != null;
                task = engine.getDelegatedTask()) {
            task.run();
        }
    }

    private void seal(ByteBuffer out) throws IOException {
        ByteBuffer leaving = bench.leaving();
        SSLEngineResult.Status status;
        try {
            status = engine.wrap(out, leaving).getStatus();
        } catch (SSLException broken) {
            throw told(broken);
        }
        leaving.flip();
        if (!sealed.hasRemaining()) {
            channel.write(leaving);
        }
        if (leaving.hasRemaining()) {
            var joined = ByteBuffer.allocate(sealed.remaining() + leaving.remaining());
            sealed = joined.put(sealed).put(leaving).flip();
        }
        if (status != SSLEngineResult.Status.OK && out.hasRemaining()) {
            throw new IOException("the server has ended TLS");
        }
    }

    /** Opens one record; whether there may be another. */
    private boolean open(ByteBuffer arrived, ByteBuffer in) throws IOException {
        try {
            return arrived.hasRemaining()
                    && engine.unwrap(arrived, in).getStatus() == SSLEngineResult.Status.OK;
        } catch (SSLException broken) {
            throw told(broken);
        }
    }

    private static IOException told(SSLException broken) {
        for (Throwable cause = broken; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateException) {
                return new IOException(
                        "the server's certificate is not trusted: " + cause.getMessage(), broken);
            }
        }
        return broken;
    }
}
