package dev.apsis.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IVersionProvider;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.function.Function;

/** The command {@code apsis}: names its subcommands and says how each may end. */
@Command(
        name = "apsis",
        description = "A multiplayer game server, and Orbit, the game it ships.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            Serve.class,
            Config.class,
            ListServers.class,
            Bots.class,
            Bench.class,
            Bare.class,
            Sim.class,
            Duel.class,
            Doctor.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Logs.quieten();
        int exit = commandLine().execute(args);
        // A command that went well may have left threads at work: they decide when the JVM ends.
        if (exit != ExitCode.OK) {
            System.exit(exit);
        }
    }

    /** The version the jar was built as; "dev" when run from a folder of classes. */
    static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    static CommandLine commandLine() {
        var command = new CommandLine(new Main());
        CommandLine serve = command.getSubcommands().get("serve");
        Flags.addTo(Objects.requireNonNull(serve, "it is named above").getCommandSpec());
        return command.setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(int.class, text -> whole(text, Integer::valueOf))
                .registerConverter(Integer.class, text -> whole(text, Integer::valueOf))
                .registerConverter(long.class, text -> whole(text, Long::valueOf))
                .setParameterExceptionHandler(Main::refuse)
                .setExecutionExceptionHandler(Main::fail);
    }

    private static <T> T whole(String text, Function<String, T> conversion) {
        try {
            return conversion.apply(text);
        } catch (NumberFormatException tooLargeOrNone) {
            throw new CommandLine.TypeConversionException(
                    "'" + text + "' is not a whole number of usual size");
        }
    }

    /** Words we do not understand: one sentence. No words at all: what could be said. */
    private static int refuse(CommandLine.ParameterException problem, String[] args) {
        CommandLine command = problem.getCommandLine();
        PrintWriter err = command.getErr();
        if (args.length == 0) {
            command.usage(err);
        } else {
            String name = command.getCommandSpec().qualifiedName();
            err.printf("apsis: %s (see '%s --help')%n", problem.getMessage(), name);
        }
        return ExitCode.USAGE;
    }

    /** A user's problem ends in its sentence, a bug of ours in its stack trace. */
    private static int fail(
            Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        PrintWriter err = command.getErr();
        if (failure instanceof UsageProblem) {
            err.println("apsis: " + failure.getMessage());
            return ExitCode.USAGE;
        }
        err.println("apsis: this is a bug of ours, please report it:");
        failure.printStackTrace(err);
        return ExitCode.SOFTWARE;
    }

    /** What {@code --version} prints. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {text()};
        }

        static String text() {
            return "apsis " + version();
        }
    }
}
