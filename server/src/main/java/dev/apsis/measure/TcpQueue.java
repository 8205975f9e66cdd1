package dev.apsis.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the system has been given to send over a connection and could not yet, as Linux tells. */
public final class TcpQueue {
    /** Where the system does not tell, or knows no such connection. */
    public static final long UNKNOWN = -1;

    private static final Path TABLE = Path.of("/proc/net/tcp");
    private static final Path TABLE_6 = Path.of("/proc/net/tcp6");
    private static final int LOCAL = 1;
    private static final int REMOTE = 2;
    private static final int QUEUES = 4;

    private TcpQueue() {}

    /** Bytes that wait to be sent from one port of this machine to another of it. */
    public static long unsentBytes(int fromPort, int toPort) {
        long bytes = find(TABLE, fromPort, toPort);
        return bytes == UNKNOWN ? find(TABLE_6, fromPort, toPort) : bytes;
    }

    private static long find(Path table, int fromPort, int toPort) {
        try {
            return find(Files.readAllLines(table), fromPort, toPort);
        } catch (IOException noSuchTable) {
            return UNKNOWN;
        }
    }

    /** The rows of such a table: a number, two addresses, a state, and the queues. */
    static long find(List<String> rows, int fromPort, int toPort) {
        for (String row : rows) {
            String[] columns = row.strip().split("\\s+");
            boolean whole = columns.length > QUEUES && columns[LOCAL].contains(":");
            if (whole && port(columns[LOCAL]) == fromPort && port(columns[REMOTE]) == toPort) {
                String queues = columns[QUEUES];
                return Long.parseLong(queues.substring(0, queues.indexOf(':')), 16);
            }
        }
        return UNKNOWN;
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1), 16);
    }
}
