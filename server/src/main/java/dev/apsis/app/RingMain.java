package dev.apsis.app;

import dev.apsis.duel.Allowance;
import dev.apsis.duel.Contender;
import dev.apsis.duel.Ring;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The process in which the pilots of {@code apsis duel} fight: bills come in by its standard input,
 * outcomes go out by its standard output; what pilots print goes to the standard error.
 *
 * <pre>
 * LEDGER CONTENDER...
 * </pre>
 */
public final class RingMain {
    private static final String HEAP = "-Xmx512m";

    private RingMain() {}

    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(System.in));
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        List<Contender> contenders = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            contenders.add(HousePilots.scout().find(args[i]));
        }
        var ropes =
                new Ring.Ropes(
                        Allowance.STANDARD, System::nanoTime, Path.of(args[0]), RingMain::end);
        new Ring(ropes, contenders, in, out).run();
        end();
    }

    /** Whatever threads pilots may have left behind. */
    private static void end() {
        Runtime.getRuntime().halt(0);
    }

    /** The command that runs this, by the same Java and the same classes as this process. */
    public static List<String> program() {
        List<String> program = new ArrayList<>();
        program.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        program.addAll(List.of(HEAP, "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        program.add("-XX:+DisplayVMOutputToStderr");
        program.add("--enable-native-access=ALL-UNNAMED");
        if (Runtime.version().feature() >= 24) {
            program.add("--sun-misc-unsafe-memory-access=allow");
        }
        program.addAll(List.of("-cp", System.getProperty("java.class.path")));
        program.add(RingMain.class.getName());
        return program;
    }
}
