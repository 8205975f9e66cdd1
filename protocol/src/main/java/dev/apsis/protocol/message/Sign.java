package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

import java.util.Locale;
import java.util.Optional;

/** What one can say with the wheel: eight signs, each shown in the words of who sees it. */
public enum Sign {
    GOOD_FIGHT(0),
    NICE_SHOT(1),
    SORRY(2),
    THANKS(3),
    HELP(4),
    HA(5),
    WOW(6),
    HELLO(7);

    private static final int BITS = 3;
    private static final Sign[] BY_CODE = values();

    private final int code;

    Sign(int code) {
        this.code = code;
    }

    /** How it is called in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The sign of a word, if there is one. */
    public static Optional<Sign> of(String word) {
        for (Sign sign : BY_CODE) {
            if (sign.word().equals(word)) {
                return Optional.of(sign);
            }
        }
        return Optional.empty();
    }

    /** The sign of a number from 0 to 7: its place on the wheel. */
    public static Sign of(int code) {
        return BY_CODE[code];
    }

    void write(BitWriter out) {
        out.write(code, BITS);
    }

    /** Every code has its sign, so nothing is refused. */
    static Sign read(BitReader in) {
        return BY_CODE[in.read(BITS)];
    }
}
