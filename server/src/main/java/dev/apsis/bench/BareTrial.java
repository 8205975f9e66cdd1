package dev.apsis.bench;

import dev.apsis.load.Plan;
import dev.apsis.load.Report;
import dev.apsis.load.Squadron;
import dev.apsis.load.Temper;

import java.io.IOException;
import java.util.List;

/**
 * What our server costs beside a sender that plays no game and sends as much as often: turn by
 * turn, so that whatever else the machine does meets them all.
 */
final class BareTrial implements Trial {
    private static final double FRAMES_PER_SECOND = 30;
    private static final int HEAD_BYTES = 6;

    /** So long until Java's compilers have done with either server. */
    private static final int WARM_SECONDS = 60;

    @Override
    public void run(Course course) throws IOException {
        int count = course.of(300, 100);
        int rounds = course.of(3, 1);
        course.renewServer();
        int warm = course.of(WARM_SECONDS, 2);
        Report first = course.fly(course.load(List.of("first"), count, course.of(5, 1), warm));
        int frame = (int) (first.payloadBytesPerClientSecond() / first.framesPerClientSecond());
        double sent = first.sentBytesPerClientSecond() / FRAMES_PER_SECOND;
        int answer = Math.max(1, (int) sent - HEAD_BYTES);
        try (Child bare = course.start("bare", "--bytes", Integer.toString(frame))) {
            listen(course, bare, count, warm, answer);
            Plan plan = course.load(List.of("bare"), count, course.of(3, 1), course.of(10, 2));
            Cost ours = new Cost();
            Cost silent = new Cost();
            Cost heard = new Cost();
            for (int round = 0; round < rounds; round++) {
                ours.add(course.fly(plan));
                silent.add(listen(course, bare, count, course.of(10, 2), 0));
                heard.add(listen(course, bare, count, course.of(10, 2), answer));
            }
            note(course, count, frame, List.of(ours, silent, heard));
        }
    }

    private static void note(Course course, int count, int frame, List<Cost> costs) {
        double ours = costs.get(0).millis();
        double silent = costs.get(1).millis();
        double heard = costs.get(2).millis();
        String unit = "ms CPU/client-s";
        course.note("clients", "clients of each", count, "clients");
        course.note("frame_bytes", "bytes of a frame, the same for all", frame, "B");
        course.note("ours_cpu_ms", "Apsis, playing", ours, unit);
        course.note("bare_silent_cpu_ms", "bare sender, clients silent", silent, unit);
        course.note("bare_heard_cpu_ms", "bare sender, clients say 30 inputs/s", heard, unit);
        course.note("ratio_heard", "Apsis beside the bare sender that hears", ours / heard, "x");
        course.note(
                "ratio_silent", "Apsis beside the bare sender that does not", ours / silent, "x");
    }

    private static Report listen(Course course, Child bare, int count, int seconds, int answer)
            throws IOException {
        var plan =
                new Plan(
                        bare.address(),
                        List.of(),
                        count,
                        Temper.IDLE,
                        course.of(3, 1),
                        seconds,
                        course.seed(),
                        bare.handle());
        try (Squadron squadron = Squadron.listening(plan, answer, course.nanos(), moment -> {})) {
            return squadron.fly();
        }
    }

    /** Processor time over some rounds, for frames at one rate. Owned by its trial. */
    private static final class Cost {
        private double sum;
        private int rounds;

        /** Counted by the frame: one timer is a little faster than another. */
        void add(Report report) {
            double perFrame =
                    report.serverCpuMillisPerClientSecond() / report.framesPerClientSecond();
            sum += perFrame * FRAMES_PER_SECOND;
            rounds++;
        }

        double millis() {
            return sum / rounds;
        }
    }
}
