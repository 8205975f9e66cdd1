package dev.apsis.duel;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * One round to be fought: who, by their numbers in the ring, from which seats, by which seed, and
 * for how long at most.
 *
 * <pre>
 * bill = red:32 blue:32 seed:64 swapped:8 mostTicks:32
 * </pre>
 */
public record Bill(int red, int blue, long seed, boolean swapped, int mostTicks) {
    void write(DataOutput out) throws IOException {
        out.writeInt(red);
        out.writeInt(blue);
        out.writeLong(seed);
        out.writeBoolean(swapped);
        out.writeInt(mostTicks);
    }

    static Bill read(DataInput in) throws IOException {
        return new Bill(in.readInt(), in.readInt(), in.readLong(), in.readBoolean(), in.readInt());
    }

    /** Red sits in seat 0, or in seat 1 if the sides are swapped. */
    int seat(Side side) {
        return (side == Side.RED) == swapped ? 1 : 0;
    }

    int contender(Side side) {
        return side == Side.RED ? red : blue;
    }
}
