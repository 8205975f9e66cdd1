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
    private static final int EACH = 5000;
    private static final int AT_ONCE = 500;
    private static final int LONGEST_SECONDS = 600;
    private static final double SECOND = 1e9;

    @Override
    public void run(Course course) throws IOException {
        course.renewServer();
        Child server = course.server();
        int before = server.complaints();
        rage(course, "warm", course.of(EACH / 2, 0));
        Plan plan = course.load(List.of("hostile"), CLIENTS, course.of(3, 1), LONGEST_SECONDS);
        try (Squadron squadron = new Squadron(plan, course.nanos(), moment -> {})) {
            Aside<Report> peaceful = Aside.begin("apsis-flight", squadron::fly);
            Meanwhile clock = Meanwhile.plainClock(course.nanos());
            Meanwhile visitor = Meanwhile.visitor(course.nanos(), server.address());
            suffer(course);
            double clockLate = clock.p99();
            double visit = visitor.p99();
            squadron.stop();
            Report report = peaceful.end();
            RoomHealth health = RoomHealth.ask(server.address(), "hostile");
            course.note("players_lost", "players lost", report.lost(), "");
            double gap = report.gaps().p99();
            course.note("gap_p99_ms", "gap between players' frames, p99", gap, "ms");
            course.note("tick_late_p99_ms", "tick late, p99", health.lateP99(), "ms");
            course.note("clock_late_p99_ms", Meanwhile.CLOCK, clockLate, "ms");
            course.note("visit_p99_ms", "who asks /health meanwhile waits, p99", visit, "ms");
            int complaints = server.complaints() - before;
            course.note("complaints", "lines in the server's log but of comings", complaints, "");
        }
    }

    private static void suffer(Course course) throws IOException {
        int each = course.of(EACH, EACH / 10);
        long begin = course.nanos().getAsLong();
        int ended = rage(course, "hostile", each);
        double took = (course.nanos().getAsLong() - begin) / SECOND;
        course.note("connections", "hostile connections", 2.0 * each, "");
        course.note("ended", "of them ended by the server itself", ended, "");
        course.note("seconds", "in", took, "s");
    }

    /** So many alone and as many together, at the door of a room; how many the server ended. */
    private static int rage(Course course, String room, int each) throws IOException {
        URI door = course.server().address().resolve("/play/" + room);
        try (Vandals vandals = new Vandals(door, course.seed(), course.nanos())) {
            return vandals.rage(each, 1) + vandals.rage(each, AT_ONCE);
        }
    }
}
