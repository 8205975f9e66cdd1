package dev.apsis.app;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;

import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * Keeps ZGC's heap as large as what is in it asks for. Left alone it grows to a quarter of the
 * machine's memory before it is cleaned up: a server seems to leak for an hour, and every page of
 * it is new to the processor and to the system. Told by a thread of the JVM.
 */
final class Footprint {
    private static final String GOAL = "SoftMaxHeapSize";
    private static final Set<Origin> NOBODYS_WISH = Set.of(Origin.DEFAULT, Origin.ERGONOMIC);
    private static final long LEAST = 256L << 20;

    /** So many times what is in use: room enough for the collector not to hurry. */
    private static final int TIMES = 3;

    private final long most;
    private final LongConsumer goal;
    private long now;

    /** Each new goal, of bytes and never above {@code most}, is told to {@code goal}. */
    Footprint(long most, LongConsumer goal) {
        this.most = most;
        this.goal = goal;
    }

    /** From here on this JVM keeps its heap small, unless an option says how large it shall be. */
    static void keepSmall() {
        var jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (jvm != null && NOBODYS_WISH.contains(jvm.getVMOption(GOAL).getOrigin())) {
            new Footprint(
                            Runtime.getRuntime().maxMemory(),
                            bytes -> jvm.setVMOption(GOAL, Long.toString(bytes)))
                    .listen();
        }
    }

    /** Other collectors than ZGC have no such cycles, and heaps that stay small by themselves. */
    private void listen() {
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(bean -> bean.getName().matches("ZGC .*Cycles"))
                .map(NotificationEmitter.class::cast)
                .forEach(bean -> bean.addNotificationListener((told, x) -> hear(told), null, null));
        collected(0);
    }

    private void hear(Notification told) {
        if (told.getType()
                .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            Map<String, MemoryUsage> areas =
                    GarbageCollectionNotificationInfo.from((CompositeData) told.getUserData())
                            .getGcInfo()
                            .getMemoryUsageAfterGc();
            collected(
                    areas.entrySet().stream()
                            .filter(area -> area.getKey().startsWith("ZGC "))
                            .mapToLong(area -> area.getValue().getUsed())
                            .sum());
        }
    }

    /** So many bytes are in use after a collection. */
    synchronized void collected(long inUse) {
        long wanted = Math.min(most, Math.max(LEAST, TIMES * inUse));
        if (wanted != now) {
            now = wanted;
            goal.accept(wanted);
        }
    }
}
