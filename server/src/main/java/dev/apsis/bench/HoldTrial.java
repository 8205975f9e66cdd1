package dev.apsis.bench;

import dev.apsis.load.Plan;
import dev.apsis.load.Report;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/** How many clients are held: more and more, until a hundredth of their frames come too late. */
final class HoldTrial implements Trial {
    /** As far apart may frames be for people to notice nothing, and for a fight to go on. */
    private static final double STRICT_P99_MILLIS = 45;

    private static final double HELD_P99_MILLIS = 50;
    private static final List<Integer> FULL = List.of(100, 300, 500, 700, 1000);
    private static final List<Integer> QUICK = List.of(100);

    /** So many fly for so long until Java's compilers have done. */
    private static final int WARM_CLIENTS = 300;

    private static final int WARM_SECONDS = 45;

    /** Until who came in at two hundred a second is no news any more. */
    private static final int SETTLE_SECONDS = 15;

    private final int rooms;

    private HoldTrial(int rooms) {
        this.rooms = rooms;
    }

    static HoldTrial oneArena() {
        return new HoldTrial(1);
    }

    static HoldTrial severalRooms() {
        return new HoldTrial(4);
    }

    @Override
    public void run(Course course) throws IOException {
        course.renewServer();
        course.fly(course.load(names("warm"), WARM_CLIENTS, course.of(WARM_SECONDS, 1), 1));
        int strictly = 0;
        int held = 0;
        for (int count : course.quick() ? QUICK : FULL) {
            Fare fare = course.calmly(number -> fare(course, count, number));
            fare.note(course, where());
            if (fare.p99() >= HELD_P99_MILLIS) {
                break;
            }
            held = count;
            strictly = fare.p99() < STRICT_P99_MILLIS ? count : strictly;
        }
        course.note("held", claim(STRICT_P99_MILLIS), strictly, "clients");
        course.note("held_50", claim(HELD_P99_MILLIS), held, "clients");
    }

    private String claim(double p99Millis) {
        return "clients held%s, p99 < %.0f ms".formatted(where(), p99Millis);
    }

    private Fare fare(Course course, int count, int number) throws IOException {
        List<String> names = names("hold-%d-%d".formatted(count, number));
        int settle = course.of(SETTLE_SECONDS, 1);
        Plan plan = course.load(names, count, settle, course.of(15, 3));
        Meanwhile clock = Meanwhile.plainClock(course.nanos());
        Report report = course.fly(plan);
        double clockLate = clock.p99();
        RoomHealth health = RoomHealth.ask(course.server().address(), names.getFirst());
        return new Fare(count, report, health, clockLate);
    }

    private List<String> names(String prefix) {
        return IntStream.range(0, rooms)
                .mapToObj(room -> "%s-%d-of-%d".formatted(prefix, room, rooms))
                .toList();
    }

    private String where() {
        return rooms == 1 ? " in one arena" : " in " + rooms + " rooms";
    }

    /** How so many clients fared. */
    private record Fare(int count, Report report, RoomHealth health, double clockLate) {
        /** Between a client's frames; without end if not all of them were there to the end. */
        double p99() {
            boolean all = report.joined() == count && report.lost() == 0;
            return all ? report.gaps().p99() : Double.POSITIVE_INFINITY;
        }

        void note(Course course, String where) {
            String key = count + "_";
            String of = count + " clients" + where + ": ";
            double gap = report.gaps().p99();
            course.note(key + "gap_p99_ms", of + "gap between frames, p99", gap, "ms");
            double frames = report.framesPerClientSecond();
            course.note(key + "frames", of + "frames", frames, "/s a client");
            course.note(key + "tick_late_p99_ms", of + "tick late, p99", health.lateP99(), "ms");
            course.note(key + "clock_late_p99_ms", of + Meanwhile.CLOCK, clockLate, "ms");
            course.note(key + "tick_p50_ms", of + "tick, p50", health.tookP50(), "ms");
            course.note(key + "tick_p99_ms", of + "tick, p99", health.tookP99(), "ms");
            double payload = report.payloadBytesPerClientSecond();
            course.note(key + "payload", of + "payload", payload, "B/s a client");
            double server = report.serverCpuMillisPerClientSecond();
            course.note(key + "server_cpu_ms", of + "server", server, "ms CPU/client-s");
            double own = 1000 * report.cpuCores() / Math.max(1, report.joined());
            course.note(key + "load_cpu_ms", of + "load tool", own, "ms CPU/client-s");
        }
    }
}
