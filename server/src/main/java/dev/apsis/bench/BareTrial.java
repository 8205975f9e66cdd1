package dev.apsis.bench;

import dev.apsis.load.Plan;
import dev.apsis.load.Report;
import dev.apsis.load.Squadron;
import dev.apsis.load.Temper;

import java.io.IOException;
import java.util.List;

/**
 * What our server costs beside a sender that plays no game and sends as much as often: both at the
 * same time, so that whatever else the machine does meets both.
 */
final class BareTrial implements Trial {
    private static final double FRAMES_PER_SECOND = 30;
    private static final int HEAD_BYTES = 6;

    /** So long until Java's compilers have done with both servers. */
    private static final int WARM_SECONDS = 75;

    /** So many servers of each kind: what one JVM compiles is some percent faster than another. */
    private static final int SERVERS = 3;

    @Override
    public void run(Course course) throws IOException {
        Pair heard = new Pair();
        Pair silent = new Pair();
        int count = course.of(300, 100);
        int frame = 0;
        for (int i = 0; i < course.of(SERVERS, 1); i++) {
            frame = compare(course, count, heard, silent);
        }
        course.note("clients", "clients of each", count, "clients");
        course.note("frame_bytes", "bytes of a frame, the same for all", frame, "B");
        heard.note(course, "heard", "that hears 30 inputs/s");
        silent.note(course, "silent", "whose clients are silent");
    }

    /** One server of ours and one bare sender; how many bytes the frames of both have. */
    private static int compare(Course course, int count, Pair heard, Pair silent)
            throws IOException {
        course.renewServer();
        Plan ours = course.load(List.of("bare"), count, course.of(5, 1), course.of(20, 2));
        Report first = course.fly(ours);
        int frame = (int) (first.payloadBytesPerClientSecond() / first.framesPerClientSecond());
        double sent = first.sentBytesPerClientSecond() / FRAMES_PER_SECOND;
        int answer = Math.max(1, (int) sent - HEAD_BYTES);
        try (Child bare = course.start("bare", "--bytes", Integer.toString(frame))) {
            Plan theirs = beside(ours, bare);
            int warm = course.of(WARM_SECONDS, 2);
            round(course, ours.lasting(warm), theirs.lasting(warm), answer);
            heard.add(course.calmly(number -> round(course, ours, theirs, answer)));
            silent.add(course.calmly(number -> round(course, ours, theirs, 0)));
        }
        return frame;
    }

    private static Plan beside(Plan ours, Child bare) {
        return new Plan(
                bare.address(),
                List.of(),
                ours.count(),
                Temper.IDLE,
                ours.settleSeconds(),
                ours.seconds(),
                ours.seed(),
                bare.handle());
    }

    /** Both at the same time. */
    private static Round round(Course course, Plan playing, Plan listening, int answer)
            throws IOException {
        course.reopen(playing);
        try (Squadron players = new Squadron(playing, course.nanos(), moment -> {});
                Squadron listeners =
                        Squadron.listening(listening, answer, course.nanos(), moment -> {})) {
            Aside<Report> aside = Aside.begin("apsis-flight", listeners::fly);
            return new Round(cost(players.fly(), playing), cost(aside.end(), listening));
        }
    }

    /** Counted by the frame: one timer is a little faster than another. */
    private static double cost(Report report, Plan plan) throws IOException {
        if (report.joined() < plan.count()) {
            throw new IOException(
                    "%d of %d clients got in: %s"
                            .formatted(report.joined(), plan.count(), report.why()));
        }
        double perFrame = report.serverCpuMillisPerClientSecond() / report.framesPerClientSecond();
        return perFrame * FRAMES_PER_SECOND;
    }

    /** Processor time of both, for frames at one rate. */
    private record Round(double ours, double bare) {}

    /** Some rounds. Owned by its trial. */
    private static final class Pair {
        private double ours;
        private double bare;
        private int rounds;

        void add(Round round) {
            ours += round.ours;
            bare += round.bare;
            rounds++;
        }

        void note(Course course, String key, String which) {
            String unit = "ms CPU/client-s";
            String sender = "the bare sender " + which;
            course.note("bare_cpu_ms_" + key, sender, bare / rounds, unit);
            course.note("ours_cpu_ms_" + key, "Apsis, meanwhile", ours / rounds, unit);
            course.note("ratio_" + key, "Apsis beside " + sender, ours / bare, "x");
        }
    }
}
