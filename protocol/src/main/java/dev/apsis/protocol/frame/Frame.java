package dev.apsis.protocol.frame;

import dev.apsis.protocol.schema.EventType;

import java.util.List;

/**
 * The world at one tick in wire integers: what crosses from a room to everybody who watches it.
 *
 * <p>Immutable: whoever holds a frame may read its arrays and must not write them.
 */
public record Frame(int tick, Table[] tables, int[] events, int[] receipts) {
    /** An event is its type, its subject's type and slot, then its fields. */
    public static final int EVENT_STRIDE = 3 + EventType.MAX_FIELDS;

    /** A seat's receipt is the newest applied tick of its commands, and its slack in half ticks. */
    public static final int RECEIPT_STRIDE = 2;

    public Frame(int tick, List<Table> tables, int[] events, int[] receipts) {
        this(tick, tables.toArray(new Table[0]), events, receipts);
    }

    /** A frame in which nothing exists. */
    public static Frame empty(int tick) {
        return new Frame(tick, List.of(), new int[0], new int[0]);
    }

    public Table table(int type) {
        return tables[type];
    }

    /** The id at a slot of a type; 0 where nothing is. */
    public int id(int type, int slot) {
        return type < tables.length ? tables[type].id(slot) : 0;
    }

    public int eventCount() {
        return events.length / EVENT_STRIDE;
    }

    public int ackedTick(int seat) {
        return receipt(seat, 0);
    }

    public int slackHalfTicks(int seat) {
        return receipt(seat, 1);
    }

    private int receipt(int seat, int part) {
        int at = seat * RECEIPT_STRIDE + part;
        return seat >= 0 && at < receipts.length ? receipts[at] : 0;
    }
}
