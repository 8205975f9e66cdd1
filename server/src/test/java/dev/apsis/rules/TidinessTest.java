package dev.apsis.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tree is tidy, and the rules that say so do catch what they are for. */
class TidinessTest {
    private static final List<Path> FILES = SourceTree.files();

    @Test
    void theTreeIsSeen() {
        assertTrue(FILES.contains(Path.of("apsis")), "the launcher");
        assertTrue(FILES.contains(Path.of("client-web/src/main/web/main.ts")), "the client");
        for (String module : List.of("protocol", "client-web", "server")) {
            assertTrue(javaFiles().anyMatch(file -> file.startsWith(module)), module);
        }
    }

    @Test
    void textIsTidy() {
        assertNone(
                FILES.stream()
                        .filter(file -> !isAboutTheRules(file))
                        .flatMap(file -> TextRules.findings(file, SourceTree.read(file)).stream()));
    }

    @Test
    void javaIsTidy() {
        assertNone(
                javaFiles()
                        .flatMap(file -> JavaRules.findings(file, SourceTree.read(file)).stream()));
    }

    @Test
    void everyPackageIsNullMarked() {
        List<Finding> findings = new ArrayList<>();
        Path forJava8 = Path.of("server/src/boot/java/dev/apsis/boot");
        for (Path folder : javaFiles().map(Path::getParent).distinct().toList()) {
            if (folder.equals(forJava8)) {
                continue; // JSpecify's annotations ask for Java 9
            }
            String marked =
                    folder.toString().replaceFirst("src/(test|jmh|fuzz)/java", "src/main/java");
            boolean found =
                    Stream.of(folder, Path.of(marked))
                            .map(place -> place.resolve("package-info.java"))
                            .filter(FILES::contains)
                            .anyMatch(file -> SourceTree.read(file).contains("@NullMarked"));
            if (!found) {
                findings.add(new Finding(folder, 1, "add a package-info.java with @NullMarked"));
            }
        }
        assertNone(findings.stream());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    import java.util.*;                              | no wildcard imports
                    /** It. */ class RoomManager {}                  | 'Manager' says nothing
                    /** It. */ class RoomData {}                     | 'Data' says nothing
                    /** It. */ class AbstractRoom {}                 | 'Abstract' says nothing
                    /** It. */ interface IRoom {}                    | no I before an interface
                    class Room {}                                    | say in one Javadoc sentence
                    /** It. */ class Room { static int count; }      | no static state
                    /** It. */ class Room { float mass; }            | no float in the protocol
                    /** It. */ class Room { @Disabled void m() {} }  | no disabled tests
                    /** It. */ class A { { Thread.sleep(1); } }      | nothing sleeps
                    /** It. */ class A { { System.out.print(1); } }  | only dev.apsis.app talks
                    """)
    void aJavaRuleCatchesWhatItIsFor(String source, String advice) {
        Path file = Path.of("protocol/src/main/java/Planted.java");
        assertOne(advice, JavaRules.findings(file, source));
    }

    @Test
    void aLongMethodIsCaught() {
        String source = "/** It. */ class Room { void step() {" + "\n".repeat(60) + "} }";
        assertOne("step has 61 lines", JavaRules.findings(Path.of("Planted.java"), source));
    }

    @ParameterizedTest
    @CsvSource({
        "// TODO later, do it",
        "// FIXME, do it",
        "var file = \"/home/me/x\";, a path of one machine",
    })
    void aTextRuleCatchesWhatItIsFor(String line, String advice) {
        assertOne(advice, TextRules.findings(Path.of("planted.ts"), line + "\n"));
    }

    @Test
    void aShapelessFileIsCaught() {
        Path file = Path.of("planted.ts");
        assertOne("over 100 columns", TextRules.findings(file, "x".repeat(101) + "\n"));
        assertOne("over 400 lines", TextRules.findings(file, "\n".repeat(401)));
        assertOne("end the file with a newline", TextRules.findings(file, "x"));
        assertOne("no barrel files", TextRules.findings(Path.of("net/index.ts"), "x\n"));
    }

    private static Stream<Path> javaFiles() {
        return FILES.stream()
                .filter(file -> file.toString().endsWith(".java") && !file.startsWith("tools"));
    }

    /** The rules and these tests spell out what no other file may. */
    private static boolean isAboutTheRules(Path file) {
        return file.endsWith("TextRules.java") || file.endsWith("TidinessTest.java");
    }

    private static void assertNone(Stream<Finding> findings) {
        assertEquals("", findings.map(Finding::toString).collect(Collectors.joining("\n")));
    }

    private static void assertOne(String advice, List<Finding> findings) {
        assertEquals(1, findings.size(), findings::toString);
        assertTrue(findings.getFirst().advice().startsWith(advice), findings::toString);
    }
}
