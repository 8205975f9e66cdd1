package dev.apsis.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules any text file is held to, whatever language it is in. */
final class TextRules {
    private static final int MOST_LINES = 400;
    private static final int MOST_COLUMNS = 100;
    private static final Pattern LATER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
    private static final Pattern SOMEONES_FOLDER =
            Pattern.compile("(^|[\\s\"'=:(`])(/home/|/root/|/Users/|/tmp/[a-z]|[A-Z]:\\\\Users)");

    private final Path file;
    private final List<Finding> findings = new ArrayList<>();

    private TextRules(Path file) {
        this.file = file;
    }

    static List<Finding> findings(Path file, String text) {
        TextRules rules = new TextRules(file);
        rules.checkFile(text);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            rules.checkLine(i + 1, lines.get(i));
        }
        return rules.findings;
    }

    private void checkFile(String text) {
        long lines = text.lines().count();
        if (isCode() && lines > MOST_LINES) {
            found(lines, "over " + MOST_LINES + " lines: split it by what it is about");
        }
        if (!text.isEmpty() && !text.endsWith("\n")) {
            found(lines, "end the file with a newline");
        }
        if (file.endsWith("index.ts")) {
            found(1, "no barrel files: import from where the thing is");
        }
    }

    private void checkLine(int number, String line) {
        boolean statement = line.startsWith("import ") || line.startsWith("package ");
        if (isCode() && !statement && line.length() > MOST_COLUMNS) {
            found(number, "over " + MOST_COLUMNS + " columns: break the line");
        }
        if (LATER.matcher(line).find()) {
            found(number, "do it, or file an issue and name it in a sentence");
        }
        if (SOMEONES_FOLDER.matcher(line).find()) {
            found(number, "a path of one machine: make it relative or a parameter");
        }
    }

    private boolean isCode() {
        return file.toString().endsWith(".java") || file.toString().endsWith(".ts");
    }

    private void found(long line, String advice) {
        findings.add(new Finding(file, line, advice));
    }
}
