package dev.apsis.measure;

import java.time.Duration;

/** How long processors have worked for a process, as its system counts. */
public final class CpuTime {
    private CpuTime() {}

    /** In seconds; 0 where the system does not tell. */
    public static double seconds(ProcessHandle process) {
        Duration used = process.info().totalCpuDuration().orElse(Duration.ZERO);
        return used.toNanos() / 1e9;
    }

    /** Of this process. */
    public static double ownSeconds() {
        return seconds(ProcessHandle.current());
    }
}
