package dev.apsis.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.duel.pilots.Chaser;
import dev.apsis.duel.pilots.Passenger;
import dev.apsis.duel.pilots.Sleeper;
import dev.apsis.duel.pilots.Stillborn;
import dev.apsis.protocol.bot.Pilot;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Pilots are found in jars, and what is wrong with one is said in a sentence. */
class ScoutTest {
    private final Scout scout = new Scout(List.of(Sleeper.class));
    private @TempDir Path folder;

    @Test
    void aPilotOfTheHouseIsFoundByItsName() {
        Contender sleeper = scout.find("sleeper");
        assertInstanceOf(Sleeper.class, sleeper.make());
        assertEquals("sleeper", sleeper.name());
    }

    @Test
    void aPilotIsFoundInItsJarWithAndWithoutItsName() throws IOException {
        Path one = jar("one.jar", Chaser.class, Passenger.class);
        String name = one + ":" + Chaser.class.getName();
        assertInstanceOf(Pilot.class, scout.find(name).make());
        assertEquals(name, scout.find(one.toString()).source());
    }

    @Test
    void aFolderHasThePilotsOfAllItsJars() throws IOException {
        jar("b.jar", Sleeper.class);
        jar("a.jar", Chaser.class, Stillborn.class);
        Files.writeString(folder.resolve("notes.txt"), "not a jar");
        assertEquals(
                List.of("Chaser", "Stillborn", "Sleeper"),
                scout.folder(folder).stream().map(Contender::name).toList());
    }

    @Test
    void whatIsWrongIsSaidInASentence() throws IOException {
        Path jar = jar("two.jar", Chaser.class, Sleeper.class, Passenger.class);
        Path text = Files.writeString(folder.resolve("text.jar"), "no zip at all");
        Path cargo = jar("cargo.jar", Passenger.class);
        assertProblem("nobody", "there is no pilot 'nobody': say sleeper, or JAR:CLASS");
        assertProblem("missing.jar:a.B", "there is no file missing.jar");
        assertProblem(text + ":a.B", "is no jar");
        assertProblem(jar + ":a.B", "has no class a.B, but pilots: " + Chaser.class.getName());
        assertProblem(cargo + ":a.B", "has no class a.B, but no pilot at all");
        assertProblem(jar.toString(), "has 2 pilots");
        assertProblem(cargo.toString(), "has no pilot: say which");
        assertProblem(jar + ":" + Passenger.class.getName(), "is no pilot: it has to implement");
        assertProblem(jar + ":" + Pilot.class.getName(), "is abstract");
        assertProblem(jar + ":" + Hidden.class.getName(), "is not public");
        assertProblem(jar + ":" + Demanding.class.getName(), "no public constructor without");
    }

    @Test
    void aClassOfANewerJavaIsCalledThat() throws IOException {
        byte[] bytes = bytes(Chaser.class);
        bytes[7] = (byte) 200;
        Path jar = folder.resolve("newer.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("other/Chaser.class"));
            zip.write(bytes);
        }
        assertProblem(jar + ":other.Chaser", "was compiled for a newer Java");
    }

    @Test
    void whatAConstructorThrowsComesThrough() {
        var contender = new Contender("x", "x", Stillborn.class);
        var thrown = assertThrows(UnsupportedOperationException.class, contender::make);
        assertEquals("no licence", thrown.getMessage());
    }

    /** Nobody else may make one. */
    static final class Hidden implements Pilot {
        @Override
        public dev.apsis.protocol.bot.Command fly(dev.apsis.protocol.bot.View view) {
            return dev.apsis.protocol.bot.Command.coast();
        }
    }

    /** Wants to be told something first. */
    public static final class Demanding implements Pilot {
        private final String wish;

        public Demanding(String wish) {
            this.wish = wish;
        }

        @Override
        public dev.apsis.protocol.bot.Command fly(dev.apsis.protocol.bot.View view) {
            return dev.apsis.protocol.bot.Command.coast().say(wish);
        }
    }

    private void assertProblem(String source, String part) {
        String problem =
                Objects.requireNonNull(
                        assertThrows(NoPilot.class, () -> scout.find(source)).getMessage());
        assertTrue(problem.contains(part), problem);
    }

    private Path jar(String name, Class<?>... classes) throws IOException {
        Path jar = folder.resolve(name);
        try (var zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Class<?> type : classes) {
                zip.putNextEntry(new ZipEntry(file(type)));
                zip.write(bytes(type));
            }
        }
        return jar;
    }

    private static byte[] bytes(Class<?> type) throws IOException {
        try (InputStream in = type.getClassLoader().getResourceAsStream(file(type))) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    private static String file(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }
}
