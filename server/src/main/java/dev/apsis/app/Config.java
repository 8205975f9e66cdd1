package dev.apsis.app;

import dev.apsis.config.CommentedFile;
import dev.apsis.config.Given;
import dev.apsis.config.LiveSettings;
import dev.apsis.config.Reading;
import dev.apsis.config.ReferencePage;
import dev.apsis.config.Source;
import dev.apsis.config.Sources;
import dev.apsis.gateway.Approach;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;

/** The commands {@code apsis config}: what a host may set, and what it comes to. */
@Command(
        name = "config",
        description = "Writes, checks and explains the configuration of a server.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "init|check|show|docs")
final class Config {
    private static final int SECRET_BYTES = 32;

    @Spec private @Nullable CommandSpec spec;

    @Command(
            name = "init",
            description = "Writes a commented file with secrets of its own; never overwrites one.",
            mixinStandardHelpOptions = true)
    int init(
            @Parameters(
                            paramLabel = "FILE",
                            defaultValue = Sources.FILE_NAME,
                            description = "The file to write (default: ${DEFAULT-VALUE}).")
                    Path file) {
        try {
            Files.createFile(file, forOwnerOnly(file));
            Files.writeString(file, CommentedFile.text(secret()));
        } catch (FileAlreadyExistsException there) {
            throw new UsageProblem(
                    file + " is there already: name another, or move it away", there);
        } catch (IOException broken) {
            throw new UsageProblem(file + " can't be written: " + broken.getMessage(), broken);
        }
        out().println("wrote " + file + ", which only its owner may read: it has a secret");
        return 0;
    }

    @Command(
            name = "check",
            description = "Tells everything that is wrong with what a server would be started by.",
            mixinStandardHelpOptions = true)
    int check(
            @Option(names = "--config", paramLabel = "FILE", description = "The file to check.")
                    @Nullable Path file) {
        Path found = Sources.file(file, System.getenv());
        Reading reading = read(found);
        UsageProblem.unlessGood(reading);
        Approach approach = Approaches.of(reading.settings(), Instant.now());
        int rooms = reading.settings().rooms().size();
        String read = found == null ? "no file, and the environment" : found.toString();
        out().printf(
                        "%s: good, with %d room%s, by %s%n",
                        read, rooms, rooms == 1 ? "" : "s", approach.scheme());
        return 0;
    }

    @Command(
            name = "show",
            description = "Tells every setting's value and where it comes from; no secrets.",
            mixinStandardHelpOptions = true)
    int show(
            @Option(names = "--config", paramLabel = "FILE", description = "The file to show.")
                    @Nullable Path file) {
        Reading reading = read(Sources.file(file, System.getenv()));
        UsageProblem.unlessGood(reading);
        for (LiveSettings.Line line : LiveSettings.lines(reading.settings())) {
            out().println(line.key().path() + ": " + value(line) + "  # " + origin(line.given()));
        }
        return 0;
    }

    @Command(
            name = "docs",
            description = "Prints the reference page of all settings.",
            mixinStandardHelpOptions = true)
    int docs() {
        out().print(ReferencePage.text());
        out().flush();
        return 0;
    }

    private static String value(LiveSettings.Line line) {
        String value = line.value();
        return line.key().many() ? '[' + value + ']' : value.isEmpty() ? "\"\"" : value;
    }

    private static String origin(Given given) {
        return given.source() == Source.ENVIRONMENT
                ? given.name()
                : given.place().isEmpty() ? given.source().word() : given.place();
    }

    private static Reading read(@Nullable Path file) {
        return new Sources(file, System.getenv(), Map.of()).read();
    }

    private static FileAttribute<?>[] forOwnerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        var rights = PosixFilePermissions.fromString("rw-------");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(rights)}
                : new FileAttribute<?>[0];
    }

    private static String secret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec, "picocli sets the spec").commandLine().getOut();
    }
}
