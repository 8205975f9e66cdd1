package dev.apsis.bench;

import dev.apsis.load.Report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How many clients are held: more and more, until a hundredth of their frames come too late. A
 * number that fails is tried once more, for a machine that others share has bad moments.
 */
final class HoldTrial implements Trial {
    private static final double HELD_P99_MILLIS = 45;
    private static final List<Integer> FULL = List.of(100, 300, 500, 700, 1000);
    private static final List<Integer> QUICK = List.of(100);

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
        int held = 0;
        for (int count : course.quick() ? QUICK : FULL) {
            if (!holds(course, count, 1) && !holds(course, count, 2)) {
                break;
            }
            held = count;
        }
        course.note("held", "clients held" + where(), held, "clients");
    }

    private boolean holds(Course course, int count, int attempt) throws IOException {
        List<String> names = new ArrayList<>();
        for (int room = 0; room < rooms; room++) {
            names.add("hold-%d-%d-%d-%d".formatted(rooms, count, attempt, room));
        }
        int settle = course.of(5, 1);
        Report report = course.fly(course.load(names, count, settle, course.of(15, 3)));
        RoomHealth health = RoomHealth.ask(course.server().address(), names.getFirst());
        boolean all = report.joined() == count && report.lost() == 0;
        boolean held = all && report.gaps().p99() < HELD_P99_MILLIS;
        if (held || attempt == 2) {
            note(course, count, report, health);
        } else {
            course.say(count + " were not held (p99 " + report.gaps().p99() + " ms): once more");
        }
        return held;
    }

    private void note(Course course, int count, Report report, RoomHealth health) {
        String of = count + " clients" + where() + ": ";
        String key = count + "_";
        course.note(key + "gap_p99_ms", of + "gap between frames, p99", report.gaps().p99(), "ms");
        course.note(key + "frames", of + "frames", report.framesPerClientSecond(), "/s a client");
        course.note(key + "tick_late_p99_ms", of + "tick late, p99", health.lateP99(), "ms");
        course.note(key + "tick_p50_ms", of + "tick, p50", health.tookP50(), "ms");
        course.note(key + "tick_p99_ms", of + "tick, p99", health.tookP99(), "ms");
        course.note(
                key + "payload",
                of + "payload",
                report.payloadBytesPerClientSecond(),
                "B/s a client");
        double server = report.serverCpuMillisPerClientSecond();
        course.note(key + "server_cpu_ms", of + "server", server, "ms CPU/client-s");
        double own = 1000 * report.cpuCores() / Math.max(1, report.joined());
        course.note(key + "load_cpu_ms", of + "load tool", own, "ms CPU/client-s");
    }

    private String where() {
        return rooms == 1 ? " in one arena" : " in " + rooms + " rooms";
    }
}
