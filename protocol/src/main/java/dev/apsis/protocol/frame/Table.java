package dev.apsis.protocol.frame;

import java.util.Arrays;

/**
 * The entities of one type, by slot. An id of 0 marks an empty slot; ids are never used again.
 *
 * <p>Within a {@link Frame} a table is never written; a simulation owns a table of its own and lets
 * {@link #copy} be captured.
 */
public final class Table {
    private final int stride;
    private final int secretStride;
    private final int[] ids;
    private final int[] rows;
    private final int[] secrets;

    public Table(int slots, int stride, int secretStride) {
        this(
                stride,
                secretStride,
                new int[slots],
                new int[slots * stride],
                new int[slots * secretStride]);
    }

    private Table(int stride, int secretStride, int[] ids, int[] rows, int[] secrets) {
        this.stride = stride;
        this.secretStride = secretStride;
        this.ids = ids;
        this.rows = rows;
        this.secrets = secrets;
    }

    public int slots() {
        return ids.length;
    }

    /** The id at a slot; 0 where it is empty or beyond the end. */
    public int id(int slot) {
        return slot < ids.length ? ids[slot] : 0;
    }

    /** Where a slot's fields begin in {@link #rows}. */
    public int at(int slot) {
        return slot * stride;
    }

    /** Where a slot's owner-only fields begin in {@link #secrets}. */
    public int secretAt(int slot) {
        return slot * secretStride;
    }

    public int[] ids() {
        return ids;
    }

    public int[] rows() {
        return rows;
    }

    public int[] secrets() {
        return secrets;
    }

    /** The slots up to the last one in use. */
    public Table copy() {
        int used = ids.length;
        while (used > 0 && ids[used - 1] == 0) {
            used--;
        }
        return new Table(
                stride,
                secretStride,
                Arrays.copyOf(ids, used),
                Arrays.copyOf(rows, used * stride),
                Arrays.copyOf(secrets, used * secretStride));
    }
}
