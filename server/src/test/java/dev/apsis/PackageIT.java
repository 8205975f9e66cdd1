package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What {@code tools/package} makes runs where no Java is installed, and is the image it says. */
@EnabledOnOs(OS.LINUX)
class PackageIT {
    private static final Pattern READY = Pattern.compile("is ready: http://127.0.0.1:(\\d+)/");

    @TempDir static Path folder = Path.of("");

    private static Path unpacked = Path.of("");

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        // Made of the jar under test, by the JDK it is tested on.
        var maker = new ProcessBuilder("../tools/package", "target/apsis.jar", folder.toString());
        maker.environment().put("JAVA_HOME", System.getProperty("java.home"));
        finish(maker);
        finish(new ProcessBuilder("tar", "-xzf", named(".tar.gz"), "-C", folder.toString()));
        unpacked = Path.of(named(".tar.gz").replace(".tar.gz", ""));
    }

    @Test
    void thePackageServesAndPlaysOnItsOwnRuntimeAndStopsWhenTold()
            throws IOException, InterruptedException {
        Process server =
                bare("serve", "--host", "127.0.0.1", "--port", "0")
                        .redirectError(folder.resolve("log").toFile())
                        .start();
        try (BufferedReader out = server.inputReader()) {
            Matcher ready = READY.matcher(String.valueOf(out.readLine()));
            assertTrue(ready.find(), Files.readString(folder.resolve("log")));
            assertEquals(
                    unpacked.resolve("runtime/bin/java").toRealPath().toString(),
                    server.info().command().orElseThrow());
            JsonObject told = fly(ready.group(1));
            assertEquals(2, told.getInteger("joined"), told::encode);
            assertEquals(0, told.getInteger("decode_errors"), told::encode);
            assertTrue(told.getDouble("frames_per_s") > 0, told::encode);
            server.destroy();
            assertEquals(0, server.waitFor(), "the code of a server that was told to stop");
        } finally {
            server.destroyForcibly();
        }
    }

    @Test
    void theImageIsWhatItsIndexSays() throws IOException, InterruptedException {
        Path image = Files.createDirectory(folder.resolve("image"));
        finish(new ProcessBuilder("tar", "-xf", named("-oci.tar"), "-C", image.toString()));
        assertEquals("1.0.0", json(image.resolve("oci-layout")).getString("imageLayoutVersion"));
        JsonObject index = json(image.resolve("index.json"));
        JsonObject manifest = json(blob(image, only(index, "manifests")));
        JsonObject config = json(blob(image, manifest.getJsonObject("config")));
        Path layer = blob(image, only(manifest, "layers"));
        try (var content = new GZIPInputStream(Files.newInputStream(layer))) {
            JsonArray contents = config.getJsonObject("rootfs").getJsonArray("diff_ids");
            assertEquals(contents.getString(0), digest(content.readAllBytes()));
        }
        Path root = Files.createDirectory(folder.resolve("root"));
        finish(new ProcessBuilder("tar", "-xzf", layer.toString(), "-C", root.toString()));
        JsonArray started = config.getJsonObject("config").getJsonArray("Entrypoint");
        assertTrue(Files.isExecutable(root.resolve(started.getString(0).substring(1))));
        assertTrue(
                Files.isRegularFile(
                        root.resolve(started.getString(started.size() - 1).substring(1))));
    }

    /** The command in an empty directory, with nothing of this machine's but its plainest tools. */
    private static ProcessBuilder bare(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of(unpacked.resolve("apsis").toString()));
        command.addAll(List.of(words));
        var bare =
                new ProcessBuilder(command)
                        .directory(Files.createTempDirectory(folder, "empty").toFile());
        bare.environment().clear();
        bare.environment().put("PATH", "/usr/bin:/bin");
        return bare;
    }

    private static JsonObject fly(String port) throws IOException, InterruptedException {
        String url = "ws://127.0.0.1:" + port;
        String[] bots = {"bots", "--url", url, "--count", "2", "--seconds", "2", "--json"};
        return new JsonObject(finish(bare(bots)).strip());
    }

    /** What it says on standard output; a failure of it is one of the test. */
    private static String finish(ProcessBuilder program) throws IOException, InterruptedException {
        Path errors = Files.createTempFile(folder, "errors", "");
        Process process = program.redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), () -> program.command() + ": " + text(errors));
        return said;
    }

    /** The one package whose name ends like this. */
    private static String named(String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return only(files.filter(file -> file.toString().endsWith(end)).toList()).toString();
        }
    }

    private static <T> T only(List<T> things) {
        assertEquals(1, things.size(), things::toString);
        return things.getFirst();
    }

    private static JsonObject only(JsonObject of, String name) {
        assertEquals(1, of.getJsonArray(name).size(), of::encode);
        return of.getJsonArray(name).getJsonObject(0);
    }

    /** The file that is described, of the size and the hash that are told. */
    private static Path blob(Path image, JsonObject description) throws IOException {
        String digest = description.getString("digest");
        Path blob = image.resolve("blobs").resolve(digest.replace(':', '/'));
        byte[] content = Files.readAllBytes(blob);
        assertEquals(description.getInteger("size"), content.length);
        assertEquals(digest, digest(content));
        return blob;
    }

    private static JsonObject json(Path file) {
        return new JsonObject(text(file));
    }

    private static String digest(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError("every Java has SHA-256", impossible);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
