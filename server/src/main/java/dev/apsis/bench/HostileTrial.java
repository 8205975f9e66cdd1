package dev.apsis.bench;

import dev.apsis.load.Plan;
import dev.apsis.load.Report;
import dev.apsis.load.Squadron;
import dev.apsis.load.Vandals;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Garbage, floods and half-open connections, while some play in the same room. */
final class HostileTrial implements Trial {
    private static final int CLIENTS = 20;
    private static final int AT_ONCE = 500;
    private static final int LONGEST_SECONDS = 600;
    private static final double SECOND = 1e9;

    @Override
    public void run(Course course) throws IOException {
        course.renewServer();
        Plan plan = course.load(List.of("hostile"), CLIENTS, course.of(3, 1), LONGEST_SECONDS);
        Child server = course.server();
        int before = server.complaints();
        try (Squadron squadron = new Squadron(plan, course.nanos(), moment -> {})) {
            Flight peaceful = Flight.begin(squadron);
            rage(course, plan.server().resolve("/play/hostile"));
            squadron.stop();
            Report report = peaceful.land();
            RoomHealth health = RoomHealth.ask(server.address(), "hostile");
            course.note("players_lost", "players lost", report.lost(), "");
            course.note(
                    "gap_p99_ms", "gap between players' frames, p99", report.gaps().p99(), "ms");
            course.note("tick_late_p99_ms", "tick late, p99", health.lateP99(), "ms");
            int complaints = server.complaints() - before;
            course.note("complaints", "lines in the server's log but of comings", complaints, "");
        }
    }

    private static void rage(Course course, URI door) throws IOException {
        int each = course.of(5000, 500);
        long begin = course.nanos().getAsLong();
        try (Vandals vandals = new Vandals(door, course.seed(), course.nanos())) {
            int alone = vandals.rage(each, 1);
            int together = vandals.rage(each, AT_ONCE);
            course.note("connections", "hostile connections", 2.0 * each, "");
            course.note("ended", "of them ended by the server itself", alone + together, "");
        }
        double took = (course.nanos().getAsLong() - begin) / SECOND;
        course.note("seconds", "in", took, "s");
    }
}
