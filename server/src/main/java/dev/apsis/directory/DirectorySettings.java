package dev.apsis.directory;

/**
 * What a directory is started with: where it listens (a port of 0 is any free one), where it
 * connects to and for how long at most, and whether all requests come through a proxy.
 */
public record DirectorySettings(
        String host, int port, Reach reach, int lookMillis, boolean behindProxy) {
    /** Long enough for the other side of the world, and a handshake of TLS. */
    public static final int LOOK_MILLIS = 5000;
}
