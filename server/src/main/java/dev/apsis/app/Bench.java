package dev.apsis.app;

import dev.apsis.bench.Course;
import dev.apsis.bench.Machine;
import dev.apsis.bench.Results;
import dev.apsis.bench.Trials;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The command {@code apsis bench}: measures on this machine what we claim. */
@Command(
        name = "bench",
        description =
                "Measures on this machine what we claim: bytes, clients held, the server's cost"
                        + " beside a bare sender's, memory, a frozen client, hostile ones. Takes"
                        + " about twenty minutes.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class)
final class Bench implements Callable<Integer> {
    @Option(names = "--quick", description = "Less of everything, in about a minute.")
    private boolean quick;

    @Option(
            names = "--only",
            paramLabel = "TRIAL",
            split = ",",
            description = "Only some: wire, arena, rooms, bare, memory, frozen, hostile.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures as JSON too.")
    private @Nullable Path json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "And as a page.")
    private @Nullable Path markdown;

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Set<String> trials = only.isEmpty() ? Trials.names() : new LinkedHashSet<>(only);
        for (String trial : trials) {
            UsageProblem.unless(
                    Trials.names().contains(trial),
                    "--only is of " + String.join(", ", Trials.names()) + ", not '" + trial + "'");
        }
        Machine machine = Machine.here();
        try (var course = new Course(quick, ourselves(), System::nanoTime, voice())) {
            int exit = run(trials, course);
            report(
                    new Results(
                            Main.version(),
                            LocalDate.now(ZoneId.systemDefault()),
                            quick,
                            machine,
                            course.figures()));
            return exit;
        }
    }

    /** A trial that fails ends it, and what was measured before is reported all the same. */
    private int run(Set<String> trials, Course course) {
        try {
            Trials.run(trials, course);
            return ExitCode.OK;
        } catch (IOException failed) {
            voice().accept(
                            "apsis: this trial can't be finished, nor any after it: "
                                    + failed.getMessage()
                                    + "; if others keep the machine busy, measure when they don't");
            return ExitCode.SOFTWARE;
        }
    }

    private void report(Results results) throws IOException {
        PrintWriter out = commandSpec().commandLine().getOut();
        out.print(results.text());
        out.flush();
        if (json != null) {
            Files.writeString(json, results.json().encodePrettily() + "\n");
        }
        if (markdown != null) {
            Files.writeString(markdown, results.markdown());
        }
    }

    /** How this program was started, up to its first word: the same Java with the same options. */
    private static List<String> ourselves() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!option.startsWith("-javaagent") && !option.startsWith("-agentlib")) {
                command.add(option);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        return command;
    }

    private Consumer<String> voice() {
        PrintWriter err = commandSpec().commandLine().getErr();
        return line -> {
            err.println(line);
            err.flush();
        };
    }

    private CommandSpec commandSpec() {
        if (spec == null) {
            throw new IllegalStateException("picocli sets the spec before it calls");
        }
        return spec;
    }
}
