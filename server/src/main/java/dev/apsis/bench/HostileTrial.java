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
        rage(course, "warm", course.of(EACH / 2, 0));
        int each = course.of(EACH, EACH / 10);
        course.calmly(number -> siege(course, "hostile-" + number, each)).note(course, each);
    }

    private static Siege siege(Course course, String room, int each) throws IOException {
        Child server = course.server();
        int complaints = server.complaints();
        Plan plan = course.load(List.of(room), CLIENTS, course.of(3, 1), LONGEST_SECONDS);
        try (Squadron squadron = new Squadron(plan, course.nanos(), moment -> {})) {
            Aside<Report> peaceful = Aside.begin("apsis-flight", squadron::fly);
            Meanwhile clock = Meanwhile.plainClock(course.nanos());
            Meanwhile visitor = Meanwhile.visitor(course.nanos(), server.address());
            long begin = course.nanos().getAsLong();
            int ended = rage(course, room, each);
            double seconds = (course.nanos().getAsLong() - begin) / SECOND;
            double clockLate = clock.p99();
            double visit = visitor.p99();
            squadron.stop();
            return new Siege(
                    ended,
                    seconds,
                    peaceful.end(),
                    RoomHealth.ask(server.address(), room),
                    clockLate,
                    visit,
                    server.complaints() - complaints);
        }
    }

    /** So many alone and as many together, at the door of a room; how many the server ended. */
    private static int rage(Course course, String room, int each) throws IOException {
        URI door = course.server().address().resolve("/play/" + room);
        try (Vandals vandals = new Vandals(door, course.seed(), course.nanos())) {
            return vandals.rage(each, 1) + vandals.rage(each, AT_ONCE);
        }
    }

    /** What came of it, for those outside and for those who played. */
    private record Siege(
            int ended,
            double seconds,
            Report players,
            RoomHealth health,
            double clockLate,
            double visit,
            int complaints) {

        void note(Course course, int each) {
            course.note("connections", "hostile connections", 2.0 * each, "");
            course.note("ended", "of them ended by the server itself", ended, "");
            course.note("seconds", "in", seconds, "s");
            course.note("players_lost", "players lost", players.lost(), "");
            double gap = players.gaps().p99();
            course.note("gap_p99_ms", "gap between players' frames, p99", gap, "ms");
            course.note("tick_late_p99_ms", "tick late, p99", health.lateP99(), "ms");
            course.note("clock_late_p99_ms", Meanwhile.CLOCK, clockLate, "ms");
            course.note("visit_p99_ms", "who asks /health meanwhile waits, p99", visit, "ms");
            course.note("complaints", "lines in the server's log but of comings", complaints, "");
        }
    }
}
