package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

import java.util.ArrayList;
import java.util.List;

/**
 * The scores that changed; {@link People} told the others.
 *
 * <pre>
 * scores = count:varint (seat:11 score:32)*
 * </pre>
 */
public record Scores(List<Score> scores) implements ServerMessage {
    public Scores {
        scores = List.copyOf(scores);
    }

    /** A pilot's score, whole. */
    public record Score(int seat, int score) {}

    @Override
    public void write(BitWriter out) {
        out.write(SCORES, Wire.KIND_BITS);
        out.writeVarint(scores.size());
        for (Score score : scores) {
            out.write(score.seat(), Wire.SEAT_BITS);
            out.write(score.score(), 32);
        }
    }

    static Scores read(BitReader in) {
        int count = Wire.readCount(in, People.MAX_COUNT, "scores");
        List<Score> scores = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            scores.add(new Score(in.read(Wire.SEAT_BITS), in.read(32)));
        }
        return new Scores(scores);
    }
}
