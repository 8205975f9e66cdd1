package dev.apsis.link;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/**
 * One way of a TCP connection: everything arrives, in order. Owned by its link.
 *
 * <pre>
 * send -> waiting in the process -> unsent in the kernel -> under way -> unread at the other end
 * </pre>
 *
 * <p>A lost packet comes again after delta + RTT + min(RTT / 4, 2 delta), where delta is one frame:
 * until then everything behind it waits. On a broken path the retransmission timer doubles, so that
 * the first byte after its mending may be as late as the outage was long. The kernel takes no more
 * than {@link #KERNEL_BYTES} it can't send, as TCP_NOTSENT_LOWAT has it. A packet is under way
 * until it is acknowledged; of those no more are than a congestion window has room for, and what
 * gathers meanwhile goes out together.
 */
public final class Pipe {
    static final int KERNEL_BYTES = 4096;
    static final int SEGMENT_BYTES = 1448;

    /** WebSocket and TLS; then TCP and IP. */
    static final int FRAME_BYTES = 24;

    static final int PACKET_BYTES = 52;

    private static final int WIDEST_WINDOW = 20;
    private static final int NARROWEST_WINDOW = 4;
    private static final long DELTA_NANOS = Agenda.SECOND / 30;
    private static final long LEAST_TIMEOUT_NANOS = 200 * Agenda.MILLI;

    private final Path path;
    private final boolean fromServer;
    private final Queue<Message> waiting = new ArrayDeque<>();
    private final Queue<Message> unsent = new ArrayDeque<>();
    private final Queue<Message> unread = new ArrayDeque<>();
    private int waitingBytes;
    private int unsentBytes;
    private int unreadBytes;
    private int underWay;
    private int lostInOutage;
    private long recoveredNanos;
    private long lineFreeNanos;
    private long lastArrivalNanos;
    private long oldestNanos;
    private boolean frozen;

    /**
     * What is sent: how long it is, and what happens when the kernel took it and when it is read.
     */
    private record Message(int bytes, long sentNanos, Runnable written, Runnable read) {}

    Pipe(Path path, boolean fromServer) {
        this.path = path;
        this.fromServer = fromServer;
    }

    /** Sends a message; {@code written} runs once the kernel has it, {@code read} as it is read. */
    public void send(int bytes, Runnable written, Runnable read) {
        write(bytes, written, read);
        flush();
    }

    /** Holds a message until what is written leaves. */
    public void write(int bytes, Runnable written, Runnable read) {
        long nowNanos = path.agenda.nanos();
        waiting.add(new Message(bytes + FRAME_BYTES, nowNanos, written, read));
        waitingBytes += bytes + FRAME_BYTES;
    }

    /** What is written leaves, together as far as it can. */
    public void flush() {
        pump();
    }

    /** What was sent and is not on its way: in the process, and in its kernel. */
    public int queuedBytes() {
        return waitingBytes + unsentBytes;
    }

    /** What the process itself still holds, as a browser's bufferedAmount. */
    public int bufferedBytes() {
        return waitingBytes;
    }

    /** The longest that anything waited before it went on its way. */
    public long oldestNanos() {
        return oldestNanos;
    }

    /** The other end stops reading, or goes on. */
    public void freeze(boolean on) {
        frozen = on;
        read();
    }

    private void pump() {
        boolean moved = true;
        while (moved) {
            moved = false;
            while (!waiting.isEmpty() && unsentBytes < KERNEL_BYTES) {
                Message message = waiting.remove();
                waitingBytes -= message.bytes;
                unsentBytes += message.bytes;
                unsent.add(message);
                message.written.run();
                moved = true;
            }
            if (!unsent.isEmpty() && underWay < window() && unreadBytes < path.mostUnreadBytes()) {
                transmit(segment());
                moved = true;
            }
        }
    }

    /** About 1.22 / sqrt(p) packets, for a loss of p. */
    private int window() {
        double loss = path.weather().lossPercent() / 100;
        double packets = loss == 0 ? WIDEST_WINDOW : 1.22 / Math.sqrt(loss);
        return (int) Math.clamp(packets, NARROWEST_WINDOW, WIDEST_WINDOW);
    }

    private List<Message> segment() {
        List<Message> segment = new ArrayList<>();
        int bytes = 0;
        while (!unsent.isEmpty()
                && (bytes == 0 || bytes + unsent.element().bytes <= SEGMENT_BYTES)) {
            bytes += unsent.element().bytes;
            long age = path.agenda.nanos() - unsent.element().sentNanos;
            oldestNanos = Math.max(oldestNanos, age);
            segment.add(unsent.remove());
        }
        unsentBytes -= bytes;
        unreadBytes += bytes;
        return segment;
    }

    private void transmit(List<Message> segment) {
        underWay++;
        long departs = Math.max(path.agenda.nanos(), lineFreeNanos) + lineNanos(segment);
        lineFreeNanos = departs;
        long arrives = departs + path.crossNanos(fromServer) + repairNanos(departs);
        lastArrivalNanos = Math.max(lastArrivalNanos, arrives);
        path.agenda.at(lastArrivalNanos, () -> arrive(segment));
        path.agenda.at(arrives + path.rttNanos() / 2, this::acknowledge);
    }

    private long lineNanos(List<Message> segment) {
        int perSecond = fromServer ? path.weather().bytesPerSecond() : 0;
        int bytes = PACKET_BYTES + segment.stream().mapToInt(Message::bytes).sum();
        return perSecond == 0 ? 0 : bytes * Agenda.SECOND / perSecond;
    }

    /** How much later a packet comes for being lost, once, again, or on a broken path. */
    private long repairNanos(long departs) {
        long rtt = path.rttNanos();
        long timeout = rtt + LEAST_TIMEOUT_NANOS;
        if (path.brokenAt(departs)) {
            return recoveryNanos(departs, timeout) - departs;
        }
        lostInOutage = 0;
        if (!path.loses()) {
            return 0;
        }
        long late = DELTA_NANOS + rtt + Math.min(rtt / 4, 2 * DELTA_NANOS);
        while (path.loses()) {
            late += timeout;
            timeout *= 2;
        }
        return late;
    }

    /** When a packet that the outage swallowed goes out again, and not in vain. */
    private long recoveryNanos(long departs, long firstTimeout) {
        if (lostInOutage++ == 0) {
            long timeout = firstTimeout;
            recoveredNanos = departs + timeout;
            while (path.brokenAt(recoveredNanos)) {
                timeout *= 2;
                recoveredNanos += timeout;
            }
        }
        int roundsOfSlowStart = 31 - Integer.numberOfLeadingZeros(lostInOutage);
        return recoveredNanos + roundsOfSlowStart * path.rttNanos();
    }

    private void acknowledge() {
        underWay--;
        pump();
    }

    private void arrive(List<Message> segment) {
        unread.addAll(segment);
        read();
    }

    private void read() {
        while (!frozen && !unread.isEmpty()) {
            Message message = unread.remove();
            path.agenda.after(path.rttNanos() / 2, () -> widen(message));
            message.read.run();
        }
    }

    private void widen(Message message) {
        unreadBytes -= message.bytes;
        pump();
    }
}
