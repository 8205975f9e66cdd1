package dev.apsis.watch;

import dev.apsis.measure.Buckets.Counted;
import dev.apsis.measure.CpuTime;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;

/** How the JVM does, at one moment. A bound of -1 is none. */
public record Machine(
        Area heap,
        Area nonHeap,
        long directBytes,
        int threads,
        int processors,
        double cpuSeconds,
        long startMillis,
        Counted gcPauses) {
    /** A part of the memory. */
    public record Area(long usedBytes, long maxBytes) {
        static Area of(MemoryUsage usage) {
            return new Area(usage.getUsed(), usage.getMax());
        }
    }

    static Machine now(GcPauses pauses) {
        var memory = ManagementFactory.getMemoryMXBean();
        long direct =
                ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                        .filter(pool -> pool.getName().equals("direct"))
                        .mapToLong(BufferPoolMXBean::getMemoryUsed)
                        .sum();
        return new Machine(
                Area.of(memory.getHeapMemoryUsage()),
                Area.of(memory.getNonHeapMemoryUsage()),
                direct,
                ManagementFactory.getThreadMXBean().getThreadCount(),
                Runtime.getRuntime().availableProcessors(),
                CpuTime.ownSeconds(),
                ManagementFactory.getRuntimeMXBean().getStartTime(),
                pauses.counted());
    }
}
