package dev.apsis.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a file of sections, values and lists of values to what it gives for which path, with the
 * lines. Owned by one reading; whatever the file says, the worst that comes of it is problems.
 */
final class YamlFile {
    private static final YAMLFactory FACTORY = new YAMLFactory();
    private static final int MOST_SHOWN = 120;

    private final String name;
    private final List<Problem> problems;
    private final Map<String, Given> givenByPath = new LinkedHashMap<>();

    private YamlFile(String name, List<Problem> problems) {
        this.name = name;
        this.problems = problems;
    }

    /** What a text gives, in its order; what it can't mean goes to the problems. */
    static List<Given> read(String name, String text, List<Problem> problems) {
        var file = new YamlFile(name, problems);
        try (YAMLParser parser = FACTORY.createParser(text)) {
            file.document(parser);
        } catch (JsonProcessingException malformed) {
            file.found(line(malformed), "this is no YAML: " + inShort(malformed));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return List.copyOf(file.givenByPath.values());
    }

    private void document(YAMLParser parser) throws IOException {
        JsonToken first = parser.nextToken();
        if (first == JsonToken.START_OBJECT) {
            section("", parser);
        } else if (first != null && first != JsonToken.VALUE_NULL) {
            found(line(parser), "a file has sections, such as 'server:', and their settings");
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            found(line(parser), "there is a second document: put everything into the first");
        }
    }

    private void section(String path, YAMLParser parser) throws IOException {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            String full = path.isEmpty() ? key : path + '.' + key;
            int line = line(parser);
            parser.nextToken();
            entry(full, line, parser);
        }
    }

    private void entry(String path, int line, YAMLParser parser) throws IOException {
        switch (parser.currentToken()) {
            case START_OBJECT -> {
                name(path, line);
                section(path, parser);
            }
            case START_ARRAY -> give(path, line, texts(path, parser));
            case VALUE_NULL -> leaveOut(path, line);
            default -> give(path, line, List.of(text(path, parser)));
        }
    }

    /** A room that is named is there, even if nothing is said of it. */
    private void name(String path, int line) {
        if (KeyTable.isRoom(path)) {
            give(path, line, List.of());
        }
    }

    /** Nothing said: the standard stays. */
    private void leaveOut(String path, int line) {
        name(path, line);
        if (KeyTable.find(path).isEmpty() && !KeyTable.isSection(path)) {
            found(line, path + ' ' + KeyTable.objection(path));
        }
    }

    private List<String> texts(String path, YAMLParser parser) throws IOException {
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken().isScalarValue()) {
                texts.add(text(path, parser));
            } else {
                found(line(parser), path + " is a list of plain values");
                parser.skipChildren();
            }
        }
        return texts;
    }

    private String text(String path, YAMLParser parser) throws IOException {
        if (parser.isCurrentAlias()) {
            found(line(parser), path + " is an alias: write the value out");
        }
        String text = parser.getText();
        return text == null ? "" : text;
    }

    private void give(String path, int line, List<String> texts) {
        var given = new Given(path, texts, Source.FILE, path, place(line));
        Given before = givenByPath.putIfAbsent(path, given);
        if (before != null) {
            found(line, path + " is given twice, before in " + before.place());
        }
    }

    private void found(int line, String sentence) {
        problems.add(new Problem(place(line), sentence));
    }

    private String place(int line) {
        return line > 0 ? name + ':' + line : name;
    }

    private static int line(YAMLParser parser) {
        return parser.currentTokenLocation().getLineNr();
    }

    private static int line(JsonProcessingException malformed) {
        return malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNr();
    }

    /** The parser explains at length, with places and quotes, which are indented. */
    private static String inShort(JsonProcessingException malformed) {
        String said =
                malformed
                        .getOriginalMessage()
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(" "))
                        .collect(Collectors.joining(", "));
        return said.length() <= MOST_SHOWN ? said : said.substring(0, MOST_SHOWN);
    }
}
