package dev.apsis.protocol.bits;

/** A stranger's bytes did not make sense: says what was wrong and at which bit. */
public final class WireException extends RuntimeException {
    private final int bit;

    public WireException(String wrong, int bit) {
        super(wrong + " at bit " + bit);
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }
}
