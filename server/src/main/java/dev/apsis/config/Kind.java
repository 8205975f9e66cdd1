package dev.apsis.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a setting may be. Values are given as texts, by whatever source: one for a plain value, any
 * number for a list.
 */
public sealed interface Kind<T> {
    /** The value that texts say, if they are allowed. */
    Optional<T> read(List<String> texts);

    /** What is allowed, to be read after "it is". */
    String allowed();

    /** What is wrong with texts, to be read after the setting's name; empty if nothing is. */
    default Optional<String> objection(List<String> texts) {
        if (read(texts).isPresent()) {
            return Optional.empty();
        }
        String given = texts.size() == 1 ? shown(texts.get(0)) : "a list";
        return Optional.of("is " + allowed() + ", not " + given);
    }

    /** Whether it must not be shown. */
    default boolean secret() {
        return false;
    }

    /** What stands for a value in a usage line. */
    default String label() {
        return "TEXT";
    }

    /** What it is counted in; empty if it is no number. */
    default String unit() {
        return "";
    }

    /** A whole number within bounds, of a unit that may be empty. */
    record Whole(int least, int most, String unit) implements Kind<Integer> {
        @Override
        public Optional<Integer> read(List<String> texts) {
            if (texts.size() != 1 || !isNumber(texts.get(0))) {
                return Optional.empty();
            }
            long number = Long.parseLong(texts.get(0));
            return number >= least && number <= most ? Optional.of((int) number) : Optional.empty();
        }

        @Override
        public String label() {
            return unit.isEmpty() ? "NUMBER" : unit.toUpperCase(Locale.ROOT);
        }

        @Override
        public String allowed() {
            String span = least + " to " + most;
            return unit.isEmpty() ? span : span + " " + unit;
        }
    }

    /** A text of a form that is said in words. */
    record Text(String allowed, Predicate<String> fits) implements Kind<String> {
        @Override
        public Optional<String> read(List<String> texts) {
            return texts.size() == 1 ? Optional.of(texts.get(0)).filter(fits) : Optional.empty();
        }
    }

    /** A text nobody else should read. */
    record Secret(String allowed, Predicate<String> fits) implements Kind<String> {
        @Override
        public Optional<String> read(List<String> texts) {
            return texts.size() == 1 ? Optional.of(texts.get(0)).filter(fits) : Optional.empty();
        }

        @Override
        public Optional<String> objection(List<String> texts) {
            return read(texts).isPresent() ? Optional.empty() : Optional.of("is " + allowed());
        }

        @Override
        public boolean secret() {
            return true;
        }
    }

    /** One of a few words. */
    record Choice(List<String> words) implements Kind<String> {
        public Choice {
            words = List.copyOf(words);
        }

        @Override
        public Optional<String> read(List<String> texts) {
            return texts.size() == 1
                    ? words.stream().filter(texts.get(0)::equalsIgnoreCase).findFirst()
                    : Optional.empty();
        }

        @Override
        public String label() {
            return String.join("|", words);
        }

        @Override
        public String allowed() {
            int last = words.size() - 1;
            return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
        }
    }

    /** Yes or no. */
    record Switch() implements Kind<Boolean> {
        @Override
        public Optional<Boolean> read(List<String> texts) {
            if (texts.size() != 1) {
                return Optional.empty();
            }
            String word = texts.get(0);
            boolean yes = word.equalsIgnoreCase("true");
            return yes || word.equalsIgnoreCase("false") ? Optional.of(yes) : Optional.empty();
        }

        @Override
        public String allowed() {
            return "true or false";
        }
    }

    /** A list, which may be empty, of at most so many. */
    record Many<E>(Kind<E> each, int most) implements Kind<List<E>> {
        @Override
        public Optional<List<E>> read(List<String> texts) {
            List<E> read = texts.stream().flatMap(text -> one(text).stream()).toList();
            boolean good = read.size() == texts.size() && read.size() <= most;
            return good ? Optional.of(read) : Optional.empty();
        }

        private Optional<E> one(String text) {
            return each.read(List.of(text));
        }

        @Override
        public Optional<String> objection(List<String> texts) {
            if (texts.size() > most) {
                return Optional.of("is a list of at most %d, not %d".formatted(most, texts.size()));
            }
            return texts.stream()
                    .flatMap(text -> each.objection(List.of(text)).stream())
                    .findFirst();
        }

        @Override
        public String label() {
            return each.label(); // whoever lists flags adds that there may be several
        }

        @Override
        public String allowed() {
            return "a list of at most " + most + ", each " + each.allowed();
        }

        @Override
        public boolean secret() {
            return each.secret();
        }
    }

    private static boolean isNumber(String text) {
        return text.matches("-?\\d{1,18}");
    }

    private static String shown(String text) {
        return text.matches("-?\\d{1,30}") ? text : "'" + text + "'";
    }
}
