package dev.apsis.protocol.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.delta.Told;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Letters;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What docs/PROTOCOL.md quotes from the code is what the code says. To write it anew: {@code
 * -Dvectors=write}.
 */
class DocumentTest {
    private static final Path PAGE = Golden.root().resolve("docs").resolve("PROTOCOL.md");

    @Test
    void theTableIsTheSchema() throws IOException {
        String hash = "hash %08x".formatted(OrbitSchema.SCHEMA.hash());
        check("schema", OrbitSchema.SCHEMA.text().indent(4) + "\nIts " + hash + ".\n");
    }

    @Test
    void theCloseCodesAreOurs() throws IOException {
        var table = new StringBuilder("| code | reason | means |\n|---|---|---|\n");
        for (Refusal refusal : Refusal.values()) {
            String reason = refusal.name().toLowerCase(Locale.ROOT);
            table.append(
                    "| %d | %s | %s |\n".formatted(refusal.closeCode(), reason, refusal.text()));
        }
        check("closecodes", table.toString());
    }

    @Test
    void theLettersAreThoseOfTheWriter() throws IOException {
        List<String> kinds = new ArrayList<>();
        String letters =
                Samples.server().stream()
                        .filter(message -> !kinds.contains(message.getClass().getName()))
                        .peek(message -> kinds.add(message.getClass().getName()))
                        .map(Letters::json)
                        .collect(Collectors.joining("\n"));
        check("letters", letters.indent(4));
    }

    @Test
    void theSessionIsReal() throws IOException {
        var told = new Told(/* seed= */ 1, /* seats= */ 2, /* seat= */ 0);
        var session = new StringBuilder();
        int schema = OrbitSchema.SCHEMA.hash();
        say(session, new ClientMessage.Hello(schema, "Ann", "", "", false, false));
        var welcome = new Welcome(0, "token", "arena", 0, 2, Told.ARENA);
        hear(session, "welcome", welcome.toBytes());
        Mirror mirror = told.mirror();
        for (int i = 0; i < 4; i++) {
            byte[] snapshot = told.next();
            var in = new BitReader(snapshot);
            assertEquals(ServerMessage.SNAPSHOT, ServerMessage.kind(in));
            mirror.read(in);
            hear(session, "snapshot of tick %d".formatted(mirror.tick()), snapshot);
            if (i == 1) {
                int left = Command.of(Command.LEFT, 0, true, false, false, true, false).packed();
                say(session, new ClientMessage.Commands(4, 9, new int[] {left, left}));
            }
        }
        assertEquals(0, mirror.desyncs());
        assertTrue(mirror.self() >= 0);
        check("session", session.toString().indent(4));
    }

    private static void say(StringBuilder session, ClientMessage message) {
        String name = message.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        line(session, "-> " + name, message.toBytes());
    }

    private static void hear(StringBuilder session, String name, byte[] bytes) {
        line(session, "<- " + name, bytes);
    }

    private static void line(StringBuilder session, String name, byte[] bytes) {
        session.append(name).append('\n');
        String hex = Golden.hex(bytes).replaceAll("..", "$0 ").strip();
        for (int at = 0; at < hex.length(); at += 96) {
            String part = hex.substring(at, Math.min(hex.length(), at + 96)).strip();
            session.append("   ").append(part).append('\n');
        }
    }

    private static void check(String name, String content) throws IOException {
        String page = Files.readString(PAGE);
        String begin = "<!-- " + name + " -->\n";
        int from = page.indexOf(begin) + begin.length();
        int to = page.indexOf("<!-- /" + name + " -->");
        assertTrue(from >= begin.length() && to >= from, "the page has a place for " + name);
        if ("write".equals(System.getProperty("vectors"))) {
            Files.writeString(PAGE, page.substring(0, from) + content + page.substring(to));
            return;
        }
        assertEquals(page.substring(from, to), content, name + ": -Dvectors=write writes it anew");
    }
}
