package dev.apsis.duel;

/** Says in a sentence what a pilot did wrong, so that its author finds it. */
final class Fault {
    private static final int MOST_CHARS = 300;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** By -XX:+ExitOnOutOfMemoryError. */
    private static final int OUT_OF_MEMORY = 3;

    private static final long MEBI = 1 << 20;

    private Fault() {}

    /** What was thrown, and the first place in the pilot's code it came through. */
    static String describe(Throwable thrown) {
        if (thrown instanceof StackOverflowError) {
            return "called itself without end" + place(thrown);
        }
        return cut("threw " + words(thrown)) + place(thrown);
    }

    static String greedy(long bytes, long allowed) {
        return "took %d MiB for one decision, allowed are %d"
                .formatted(bytes / MEBI, allowed / MEBI);
    }

    static String slow(long allowedNanos) {
        return "thought for more than %d s in one round".formatted(allowedNanos / NANOS_PER_SECOND);
    }

    /** The process went down while it was asked, a fresh one too. */
    static String deadly(int exitCode) {
        return exitCode == OUT_OF_MEMORY
                ? "asked for more memory than there is"
                : "ended the process it flew in (exit code %d)".formatted(exitCode);
    }

    /** Where it was when it was given up. */
    static String endless(double seconds, StackTraceElement[] stack) {
        return "did not answer within %.0f s%s".formatted(seconds, place(stack));
    }

    /** Its {@code toString} is the pilot's own code, which may throw in turn. */
    private static String words(Throwable thrown) {
        try {
            return thrown.toString();
        } catch (Throwable again) {
            return thrown.getClass().getName();
        }
    }

    private static String place(Throwable thrown) {
        return place(thrown.getStackTrace());
    }

    private static String place(StackTraceElement[] stack) {
        for (StackTraceElement call : stack) {
            if (!call.getClassName().startsWith("java.")) {
                return " (at %s.%s, line %d)"
                        .formatted(call.getClassName(), call.getMethodName(), call.getLineNumber());
            }
        }
        return "";
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS) + "...";
    }
}
