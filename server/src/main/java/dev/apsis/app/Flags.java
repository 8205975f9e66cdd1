package dev.apsis.app;

import dev.apsis.config.Key;
import dev.apsis.config.KeyTable;
import dev.apsis.config.Kind;

import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The settings as flags of a command, made of the table of keys. */
final class Flags {
    private Flags() {}

    /** Gives a command a flag for every setting that may have one, by sections. */
    static void addTo(CommandSpec command) {
        Map<String, ArgGroupSpec.Builder> groups = new LinkedHashMap<>();
        for (Key<?> key : KeyTable.all()) {
            if (!key.flag().isEmpty()) {
                groups.computeIfAbsent(section(key), Flags::group).addArg(option(key));
            }
        }
        groups.values().forEach(group -> command.addArgGroup(group.build()));
    }

    /** What was said by flags, by their names. */
    static Map<String, List<String>> given(ParseResult parsed) {
        Map<String, List<String>> given = new LinkedHashMap<>();
        for (Key<?> key : KeyTable.all()) {
            OptionSpec option = key.flag().isEmpty() ? null : parsed.matchedOption(key.flag());
            if (option != null) {
                given.put(key.flag(), texts(key, option));
            }
        }
        return given;
    }

    private static List<String> texts(Key<?> key, ArgSpec option) {
        List<String> said = option.stringValues();
        if (!key.many()) {
            return said.subList(said.size() - 1, said.size());
        }
        return said.stream().filter(text -> !text.isBlank()).map(String::strip).toList();
    }

    private static ArgGroupSpec.Builder group(String section) {
        return ArgGroupSpec.builder()
                .heading("%nThe settings of '" + section + "':%n")
                .exclusive(false)
                .validate(false);
    }

    private static OptionSpec option(Key<?> key) {
        boolean yesOrNo = key.kind() instanceof Kind.Switch;
        OptionSpec.Builder option =
                OptionSpec.builder(key.flag())
                        .paramLabel(yesOrNo ? "true|false" : key.kind().label())
                        .arity(yesOrNo ? "0..1" : "1")
                        .description(description(key));
        if (yesOrNo) {
            option.fallbackValue("true");
        }
        return key.many()
                ? option.type(List.class).auxiliaryTypes(String.class).splitRegex(",").build()
                : option.type(String.class).build();
    }

    /** A percent sign would be a format to picocli. */
    private static String description(Key<?> key) {
        String standard = String.join(",", key.standard());
        String shown = standard.isEmpty() ? "none" : standard;
        return (key.about() + " (default: " + shown + ')').replace("%", "%%");
    }

    private static String section(Key<?> key) {
        return key.path().substring(0, key.path().indexOf('.'));
    }
}
