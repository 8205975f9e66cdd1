package dev.apsis.directory;

/**
 * What a server says of itself with each heartbeat: how many may play in all its rooms together,
 * how many do, and the mode of the room where most do (empty if no room is open).
 */
public record Facts(String version, String mode, int rooms, int players, int capacity) {
    static final int MOST = 1_000_000;
}
