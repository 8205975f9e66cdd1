package dev.apsis.duel;

import org.jspecify.annotations.Nullable;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * How a round ended. Each side's {@code wins} are the bouts it won, its {@code points} what the
 * game gave it; without a winner it is a draw; the hash tells two matches apart.
 *
 * <pre>
 * outcome = mark:8 winner:8 {wins:32 points:32}*2 ticks:32 hash:64 foul:8 [how]
 * </pre>
 */
public record Outcome(
        @Nullable Side winner, Tally red, Tally blue, int ticks, long hash, @Nullable Foul foul) {
    private static final int MARK = 0xa5;
    private static final int NOBODY = -1;

    /** What one side achieved. */
    public record Tally(int wins, int points) {
        static final Tally NONE = new Tally(0, 0);
    }

    /** Lost by a foul before anything was flown. */
    public static Outcome forfeit(Side by, String how) {
        return new Outcome(by.other(), Tally.NONE, Tally.NONE, 0, 0, new Foul(by, how));
    }

    /** Neither is let in any more, so nobody has won. */
    static Outcome unfought() {
        return new Outcome(null, Tally.NONE, Tally.NONE, 0, 0, null);
    }

    public Tally tally(Side side) {
        return side == Side.RED ? red : blue;
    }

    void write(DataOutput out) throws IOException {
        out.writeByte(MARK);
        out.writeByte(code(winner));
        for (Side side : Side.values()) {
            out.writeInt(tally(side).wins());
            out.writeInt(tally(side).points());
        }
        out.writeInt(ticks);
        out.writeLong(hash);
        out.writeByte(foul == null ? NOBODY : code(foul.by()));
        if (foul != null) {
            out.writeUTF(foul.how());
        }
    }

    /**
     * Whatever else was printed before the mark is passed over: it is text, and the mark is not.
     */
    static Outcome read(DataInput in) throws IOException {
        int mark = in.readUnsignedByte();
        while (mark != MARK) {
            mark = in.readUnsignedByte();
        }
        Side winner = side(in.readByte());
        var red = new Tally(in.readInt(), in.readInt());
        var blue = new Tally(in.readInt(), in.readInt());
        int ticks = in.readInt();
        long hash = in.readLong();
        Side by = side(in.readByte());
        Foul foul = by == null ? null : new Foul(by, in.readUTF());
        return new Outcome(winner, red, blue, ticks, hash, foul);
    }

    private static int code(@Nullable Side side) {
        return side == null ? NOBODY : side.number();
    }

    private static @Nullable Side side(int code) throws IOException {
        if (code > 1) {
            throw new IOException("there is no side " + code);
        }
        return code < 0 ? null : Side.numbered(code);
    }
}
