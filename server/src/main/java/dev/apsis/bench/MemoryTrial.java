package dev.apsis.bench;

import dev.apsis.load.Moment;
import dev.apsis.load.Plan;
import dev.apsis.load.Squadron;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** What a client costs the server in memory: the difference that many of them make. */
final class MemoryTrial implements Trial {
    private static final double KIBI = 1024;

    @Override
    public void run(Course course) throws IOException {
        int count = course.of(300, 100);
        course.renewServer();
        Child server = course.server();
        Plan plan = course.load(List.of("memory"), count, course.of(5, 1), course.of(3, 2));
        long before = server.liveBytes();
        long residentBefore = server.residentBytes();
        var with = new Weighing(server);
        try (Squadron squadron = new Squadron(plan, course.nanos(), with::watch)) {
            squadron.fly();
        }
        if (before > 0 && with.liveBytes > 0) {
            double perClient = (with.liveBytes - before) / KIBI / count;
            course.note("heap_kib", "objects in use", perClient, "KiB/client");
        }
        double resident = (with.residentBytes - residentBefore) / KIBI / count;
        course.note("resident_kib", "resident memory, what it grew by", resident, "KiB/client");
    }

    /** Weighs the server once while all are there. Owned by its trial. */
    private static final class Weighing {
        private final Child server;
        private long liveBytes;
        private long residentBytes;

        Weighing(Child server) {
            this.server = server;
        }

        void watch(Moment moment) {
            if (moment.phase() != Moment.Phase.MEASURING || residentBytes > 0) {
                return;
            }
            try {
                residentBytes = server.residentBytes();
                liveBytes = server.liveBytes();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
