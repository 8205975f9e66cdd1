package dev.apsis.protocol.bits;

/** A stranger's bytes did not make sense: says what was wrong and, of bits, at which. */
public final class WireException extends RuntimeException {
    private final int bit;

    public WireException(String wrong, int bit) {
        super(wrong + " at bit " + bit);
        this.bit = bit;
    }

    /** Of text, which has no bits. */
    public WireException(String wrong) {
        super(wrong);
        this.bit = -1;
    }

    /** Where it was wrong; -1 for text. */
    public int bit() {
        return bit;
    }
}
