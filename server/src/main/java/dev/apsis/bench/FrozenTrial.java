package dev.apsis.bench;

import dev.apsis.load.Frost;
import dev.apsis.load.Plan;

import java.io.IOException;
import java.util.List;

/** What becomes of a client that stops reading for a while, and of the others. */
final class FrozenTrial implements Trial {
    private static final int CLIENTS = 20;

    @Override
    public void run(Course course) throws IOException {
        int seconds = course.of(60, 10);
        Frost.Thaw thaw = course.calmly(number -> thaw(course, "frozen-" + number, seconds));
        course.note("seconds", "a client reads nothing for", seconds, "s");
        course.note("kept", "and is still there", thaw.kept() ? 1 : 0, "(1: yes)");
        if (!thaw.kept()) {
            course.say(thaw.why());
        }
        course.note("unsent_bytes", "most that waited for it", (double) thaw.unsentBytes(), "B");
        course.note("resyncs", "times it was told everything on return", thaw.resyncs(), "");
        double gap = thaw.others().gaps().p99();
        course.note("others_gap_p99_ms", "gap between the others' frames, p99", gap, "ms");
    }

    private static Frost.Thaw thaw(Course course, String room, int seconds) throws IOException {
        Plan plan = course.load(List.of(room), CLIENTS, course.of(5, 1), 1);
        return new Frost(plan, seconds, course.nanos(), moment -> {}).run();
    }
}
