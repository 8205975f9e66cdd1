package dev.apsis.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.apsis.store.RoundResult.Kind;
import dev.apsis.store.RoundResult.Line;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One line of the journal: a finished round that people can read, behind a checksum.
 *
 * <pre>
 * line = crc32c:8 hex digits ' ' round:JSON '\n'      the checksum is of the JSON's bytes
 * </pre>
 */
final class RoundText {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SUM_CHARS = 8;

    private RoundText() {}

    static byte[] write(RoundResult round) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", round.id());
        json.put("room", round.room());
        json.put("mode", round.mode());
        json.put("number", round.number());
        json.put("seed", round.seed());
        json.put("begun", round.begun().toEpochMilli());
        json.put("ended", round.ended().toEpochMilli());
        json.put("winningSide", round.winningSide());
        var lines = json.putArray("lines");
        round.lines().forEach(line -> write(line, lines.addObject()));
        try {
            byte[] bytes = JSON.writeValueAsBytes(json);
            byte[] sum =
                    (HexFormat.of().toHexDigits(sum(bytes), SUM_CHARS) + " ")
                            .getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[sum.length + bytes.length + 1];
            System.arraycopy(sum, 0, whole, 0, sum.length);
            System.arraycopy(bytes, 0, whole, sum.length, bytes.length);
            whole[whole.length - 1] = '\n';
            return whole;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of strings and numbers", impossible);
        }
    }

    private static void write(Line line, ObjectNode json) {
        json.put("name", line.name());
        json.put("kind", line.kind().word());
        json.put("account", line.account());
        json.put("side", line.side());
        json.put("score", line.score());
        json.put("kills", line.kills());
        json.put("deaths", line.deaths());
        json.put("won", line.won());
        json.put("stayed", line.stayed());
    }

    /** Reads a line without its end; empty if it is not whole. */
    static Optional<RoundResult> read(byte[] line) {
        try {
            if (line.length <= SUM_CHARS + 1 || line[SUM_CHARS] != ' ') {
                return Optional.empty();
            }
            String sum = new String(line, 0, SUM_CHARS, StandardCharsets.US_ASCII);
            byte[] bytes = Arrays.copyOfRange(line, SUM_CHARS + 1, line.length);
            return Long.parseLong(sum, 16) == sum(bytes)
                    ? Optional.of(read(JSON.readTree(bytes)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.empty();
        }
    }

    private static RoundResult read(JsonNode json) {
        List<Line> lines = new ArrayList<>();
        json.required("lines").forEach(line -> lines.add(line(line)));
        return new RoundResult(
                json.required("id").asText(),
                json.required("room").asText(),
                json.required("mode").asText(),
                json.required("number").asInt(),
                json.required("seed").asLong(),
                Instant.ofEpochMilli(json.required("begun").asLong()),
                Instant.ofEpochMilli(json.required("ended").asLong()),
                json.required("winningSide").asInt(),
                lines);
    }

    private static Line line(JsonNode json) {
        return new Line(
                json.required("name").asText(),
                Kind.of(json.required("kind").asText()),
                json.required("account").asLong(),
                json.required("side").asInt(),
                json.required("score").asInt(),
                json.required("kills").asInt(),
                json.required("deaths").asInt(),
                json.required("won").asBoolean(),
                json.required("stayed").asBoolean());
    }

    private static long sum(byte[] bytes) {
        var sum = new CRC32C();
        sum.update(bytes);
        return sum.getValue();
    }
}
