package dev.apsis.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption.Origin;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.Set;
import java.util.function.LongConsumer;

import javax.management.NotificationEmitter;

/**
 * Keeps ZGC's heap as large as what is in it asks for. Left alone it grows to a quarter of the
 * machine's memory before it is cleaned up: a server seems to leak, and every page of it is new to
 * the processor and to the system. Told by a thread of the JVM.
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

    /** Other collectors than ZGC have no such cycles, and are left alone. */
    private void listen() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        for (GarbageCollectorMXBean bean : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (bean.getName().matches("ZGC .*Cycles") && bean instanceof NotificationEmitter it) {
                it.addNotificationListener(
                        (cycle, none) -> collected(memory.getHeapMemoryUsage().getUsed()),
                        null,
                        null);
                collected(0);
            }
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
