package dev.apsis.watch;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;

import dev.apsis.measure.Buckets;
import dev.apsis.measure.Buckets.Counted;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.LongSupplier;

import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/**
 * When the JVM stood still for its heap: all pauses counted, and the last ones remembered. Told by
 * a thread of the JVM and asked by any: synchronized.
 */
public final class GcPauses implements AutoCloseable {
    /** Older ones are forgotten; a minute with more pauses than that has other troubles. */
    private static final int REMEMBERED = 256;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LongSupplier nanos;
    private final Deque<Pause> last = new ArrayDeque<>();
    private final Buckets ever = new Buckets();
    private final NotificationListener listener = (told, nothing) -> hear(told);

    /** A pause, on the clock that measures ticks. */
    public record Pause(long beginNanos, long endNanos) {
        long nanos() {
            return endNanos - beginNanos;
        }
    }

    public GcPauses(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** From here on it hears of every pause. */
    public void listen() {
        emitters().forEach(each -> each.addNotificationListener(listener, null, null));
    }

    @Override
    public void close() {
        for (NotificationEmitter each : emitters()) {
            try {
                each.removeNotificationListener(listener);
            } catch (ListenerNotFoundException neverListened) {
                return;
            }
        }
    }

    /** Collectors that work beside the program tell of cycles, in which it does not stand still. */
    private static List<NotificationEmitter> emitters() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> !bean.getName().contains("Cycles"))
                .filter(NotificationEmitter.class::isInstance)
                .map((GarbageCollectorMXBean bean) -> (NotificationEmitter) bean)
                .toList();
    }

    private void hear(Notification told) {
        if (told.getType()
                .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            GcInfo gc =
                    GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
                            .getGcInfo();
            long agoMillis = ManagementFactory.getRuntimeMXBean().getUptime() - gc.getEndTime();
            long end = nanos.getAsLong() - agoMillis * NANOS_PER_MILLI;
            note(new Pause(end - gc.getDuration() * NANOS_PER_MILLI, end));
        }
    }

    synchronized void note(Pause pause) {
        ever.record(pause.nanos());
        last.addLast(pause);
        if (last.size() > REMEMBERED) {
            last.removeFirst();
        }
    }

    synchronized Counted counted() {
        return ever.counted();
    }

    /** The last pauses, the newest at the end. */
    public synchronized List<Pause> last() {
        return List.copyOf(last);
    }
}
