package dev.apsis.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** How one socket's bytes get to the system and back, none of which may wait. */
interface Pipe {
    /** Takes what it can; the rest is to be offered again. */
    void write(ByteBuffer out) throws IOException;

    /** Adds what has come, and says how many bytes that were; -1 at the end. */
    int read(ByteBuffer in) throws IOException;

    /** Whether it could go on if the system took more, given that somebody has more to write. */
    boolean stuck(boolean more);

    /** The bytes as they are. */
    record Plain(SocketChannel channel) implements Pipe {
        @Override
        public void write(ByteBuffer out) throws IOException {
            channel.write(out);
        }

        @Override
        public int read(ByteBuffer in) throws IOException {
            return channel.read(in);
        }

        @Override
        public boolean stuck(boolean more) {
            return more;
        }
    }
}
