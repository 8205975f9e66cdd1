package dev.apsis.protocol.schema;

/** One column of an entity's row: a wire integer of some bits. */
public record Field(String name, Kind kind, int bits, boolean signed) {
    public Field {
        if (bits < 1 || bits > 32) {
            throw new IllegalArgumentException(name + ": 1 to 32 bits, not " + bits);
        }
    }

    public static Field of(String name, Kind kind, int bits) {
        return new Field(name, kind, bits, kind.signed());
    }

    /** A control that goes both ways from rest, such as a rudder. */
    public static Field lever(String name, Kind kind, int bits) {
        return new Field(name, kind, bits, true);
    }

    /** A lever's full deflection. */
    public int full() {
        return (1 << (bits - 1)) - 1;
    }

    /** A value read as unsigned bits, with its sign. */
    public int extend(int raw) {
        return signed ? raw << (32 - bits) >> (32 - bits) : raw;
    }
}
