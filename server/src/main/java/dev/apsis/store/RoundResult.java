package dev.apsis.store;

import java.time.Instant;
import java.util.List;

/**
 * How a round ended: in which room of which mode, of which match's seed, and who played it, best
 * first. The id is the round's alone, for all time: whoever hands it over twice has it once.
 */
public record RoundResult(
        String id,
        String room,
        String mode,
        int number,
        long seed,
        Instant begun,
        Instant ended,
        int winningSide,
        List<Line> lines) {
    public RoundResult {
        lines = List.copyOf(lines);
    }

    /**
     * What became of one pilot. The account is 0 for guests; {@code stayed} is whether the pilot
     * was there at the end.
     */
    public record Line(
            String name,
            Kind kind,
            long account,
            int side,
            int score,
            int kills,
            int deaths,
            boolean won,
            boolean stayed) {}

    /** Who flies: a person, somebody's program, or a bot of the house. */
    public enum Kind {
        PERSON("person"),
        BOT("bot"),
        HOUSE("house");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** How it is called in the database and in JSON. */
        public String word() {
            return word;
        }

        static Kind of(String word) {
            for (Kind kind : values()) {
                if (kind.word.equals(word)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("no kind of pilot: " + word);
        }
    }

    /** What a line's sums are kept under. */
    static String player(Line line) {
        return switch (line.kind()) {
            case PERSON ->
                    line.account() != 0
                            ? "account:" + line.account()
                            : "guest:" + Names.fold(line.name());
            case BOT ->
                    line.account() != 0
                            ? "account:" + line.account()
                            : "bot:" + Names.fold(line.name());
            case HOUSE -> "house:" + Names.fold(line.name());
        };
    }
}
