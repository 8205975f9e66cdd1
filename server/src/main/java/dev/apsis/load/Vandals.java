package dev.apsis.load;

import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/**
 * Connections that mean harm, one after another or many at once, each for a moment: what a server
 * open to the world meets. Owned by the thread that calls it.
 */
public final class Vandals implements AutoCloseable {
    private static final long SECOND = 1_000_000_000;
    private static final long ALONE_NANOS = SECOND / 100;
    private static final long TOGETHER_NANOS = SECOND;
    private static final int FLOOD_MESSAGES = 400;
    private static final int GARBAGE_MESSAGES = 8;
    private static final int MOST_GARBAGE_BYTES = 200;

    private final URI door;
    private final LongSupplier nanos;
    private final SplittableRandom random;
    private final SocketLoop loop;

    /** What a connection does; they take turns. */
    private enum Sort {
        /** Bytes that are no HTTP at all. */
        NOISE,
        /** Messages of random bytes. */
        GARBAGE,
        /** A proper hello, then far more messages than anybody may send. */
        FLOOD,
        /** Half a request, and silence. */
        HALF_OPEN
    }

    public Vandals(URI door, long seed, LongSupplier nanos) throws IOException {
        this.door = door;
        this.nanos = nanos;
        this.random = new SplittableRandom(seed);
        this.loop = new SocketLoop(seed);
    }

    /** So many, and never more than some at once; how many the server ended by itself. */
    public int rage(int count, int atOnce) throws IOException {
        List<Vandal> here = new ArrayList<>();
        long patience = atOnce == 1 ? ALONE_NANOS : TOGETHER_NANOS;
        int come = 0;
        int ended = 0;
        while (come < count || !here.isEmpty()) {
            while (come < count && here.size() < atOnce) {
                here.add(launch(Sort.values()[come++ % Sort.values().length]));
            }
            loop.turn(1);
            long now = nanos.getAsLong();
            for (Vandal vandal : List.copyOf(here)) {
                if (vandal.ended) {
                    ended++;
                    here.remove(vandal);
                } else if (now - vandal.cameNanos > patience) {
                    vandal.cut();
                    here.remove(vandal);
                }
            }
        }
        return ended;
    }

    @Override
    public void close() throws IOException {
        loop.close();
    }

    private Vandal launch(Sort sort) throws IOException {
        var vandal = new Vandal(sort);
        Upgrade proper = Upgrade.to(door, Wire.SUBPROTOCOL, random);
        Upgrade asked =
                switch (sort) {
                    case NOISE -> new Upgrade(ByteBuffer.wrap(noise()), "", "");
                    case HALF_OPEN -> new Upgrade(half(proper.request()), "", "");
                    case GARBAGE, FLOOD -> proper;
                };
        vandal.socket = loop.connect(door, asked, vandal);
        vandal.cameNanos = nanos.getAsLong();
        return vandal;
    }

    private static ByteBuffer half(ByteBuffer request) {
        return request.limit(request.limit() / 2);
    }

    private byte[] noise() {
        byte[] end = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] bytes = new byte[end.length + random.nextInt(MOST_GARBAGE_BYTES)];
        random.nextBytes(bytes);
        System.arraycopy(end, 0, bytes, bytes.length - end.length, end.length);
        return bytes;
    }

    /** One of them. Owned by the vandals' thread. */
    private final class Vandal implements LeanSocket.Ear {
        private final Sort sort;
        private @Nullable LeanSocket socket;
        private long cameNanos;
        private boolean ended;

        Vandal(Sort sort) {
            this.sort = sort;
        }

        @Override
        public void opened(LeanSocket opened) {
            switch (sort) {
                case GARBAGE -> {
                    for (int i = 0; i < GARBAGE_MESSAGES; i++) {
                        byte[] bytes = noise();
                        opened.say(bytes, bytes.length);
                    }
                }
                case FLOOD -> flood(opened);
                case NOISE, HALF_OPEN -> {}
            }
        }

        void cut() {
            if (socket != null) {
                socket.cut();
            }
        }

        private void flood(LeanSocket opened) {
            int schema = OrbitSchema.SCHEMA.hash();
            byte[] hello = new ClientMessage.Hello(schema, "vandal", "", "", false, true).toBytes();
            opened.say(hello, hello.length);
            byte[] ping = new ClientMessage.Ping(1).toBytes();
            for (int i = 0; i < FLOOD_MESSAGES; i++) {
                opened.say(ping, ping.length);
            }
        }

        @Override
        public void heard(byte[] message, int length) {}

        @Override
        public void closed(int code, String why) {
            ended = true;
        }
    }
}
