package dev.apsis.link;

/**
 * One WebSocket over TCP, from its first packet to its end. Owned by its test.
 *
 * <p>Opening takes a round trip for TCP and one for the upgrade; a first packet that meets a broken
 * path is sent again after 1, 3, 7 ... seconds. Whoever closes says so in order behind all it sent:
 * on a broken path the other end learns nothing of it.
 */
public final class TcpLink {
    private static final int UPGRADE_BYTES = 400;

    private final Path path;
    private final Client client;
    private final Server server;
    private final Pipe up;
    private final Pipe down;
    private boolean accepted;
    private boolean open;
    private boolean closedByClient;
    private boolean closedByServer;

    /** The end that dialled. */
    public interface Client {
        void opened(TcpLink link);

        void hear(TcpLink link, byte[] message);

        void closed(TcpLink link);
    }

    /** The end that listens. */
    public interface Server {
        void accept(TcpLink link);

        void hear(TcpLink link, byte[] message);

        void closed(TcpLink link);
    }

    private TcpLink(Path path, Client client, Server server) {
        this.path = path;
        this.client = client;
        this.server = server;
        this.up = new Pipe(path, false);
        this.down = new Pipe(path, true);
    }

    /** Begins to connect. */
    public static TcpLink dial(Path path, Client client, Server server) {
        var link = new TcpLink(path, client, server);
        link.knock(Agenda.SECOND);
        return link;
    }

    private void knock(long patienceNanos) {
        if (path.brokenAt(path.agenda.nanos())) {
            path.agenda.after(patienceNanos, () -> knock(2 * patienceNanos));
        } else {
            path.agenda.after(
                    path.rttNanos(), () -> up.send(UPGRADE_BYTES, () -> {}, this::accept));
        }
    }

    private void accept() {
        if (!closedByClient) {
            accepted = true;
            server.accept(this);
        }
        down.send(UPGRADE_BYTES, () -> {}, this::openUp);
    }

    private void openUp() {
        if (!closedByClient) {
            open = true;
            client.opened(this);
        }
    }

    public boolean open() {
        return open && !closedByClient && !closedByServer;
    }

    public boolean closedByServer() {
        return closedByServer;
    }

    /** The client says something. */
    public void say(byte[] message) {
        if (!closedByClient) {
            up.send(message.length, () -> {}, () -> server.hear(this, message));
        }
    }

    /** The server writes something, which leaves with {@link #flush}. */
    public void tell(byte[] message, Runnable written) {
        if (!closedByServer) {
            down.write(message.length, written, () -> hear(message));
        }
    }

    /** What the server wrote leaves. */
    public void flush() {
        down.flush();
    }

    /** Does something as the server's turn ends. */
    public void afterTurn(Runnable deed) {
        path.agenda.after(0, deed);
    }

    private void hear(byte[] message) {
        if (!closedByClient) {
            client.hear(this, message);
        }
    }

    /** The client is gone; the server will hear of it if the path lets it. */
    public void close() {
        if (!closedByClient) {
            closedByClient = true;
            up.send(0, () -> {}, this::endServer);
        }
    }

    /** The server closes, behind all it said. */
    public void closeAsServer() {
        if (!closedByServer) {
            closedByServer = true;
            down.send(0, () -> {}, () -> client.closed(this));
            path.agenda.after(0, this::endServer);
        }
    }

    private void endServer() {
        if (accepted) {
            accepted = false;
            server.closed(this);
        }
    }

    public Pipe up() {
        return up;
    }

    public Pipe down() {
        return down;
    }
}
