package dev.apsis.orbit;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;

import dev.apsis.protocol.frame.Table;

import java.util.ArrayList;
import java.util.List;

/**
 * All that changes in a match, as arrays of ints handed out once. Owned by its simulation.
 *
 * <p>Whatever is hashed is what is saved and what is restored, because there is one list of it: a
 * rule that keeps a number elsewhere would lose it, and the tests would see two matches part.
 */
final class Memory {
    private final List<int[]> parts = new ArrayList<>();

    int[] ints(int count) {
        return adopt(new int[count]);
    }

    Table table(int slots, int stride, int secretStride) {
        var table = new Table(slots, stride, secretStride);
        adopt(table.ids());
        adopt(table.rows());
        adopt(table.secrets());
        return table;
    }

    long hash() {
        long hash = 0xcbf29ce484222325L;
        for (int[] part : parts) {
            for (int value : part) {
                hash = (hash ^ value) * 0x100000001b3L;
                hash ^= hash >>> 29;
            }
        }
        return hash;
    }

    byte[] save() {
        var out = new Output(4096, -1);
        kryo().writeObject(out, parts.toArray(new int[0][]));
        return out.toBytes();
    }

    /** Refuses what was saved by a match of another shape. */
    void restore(byte[] saved) {
        int[][] values = read(saved);
        boolean fits = values.length == parts.size();
        for (int i = 0; fits && i < values.length; i++) {
            fits = values[i].length == parts.get(i).length;
        }
        if (!fits) {
            throw new IllegalArgumentException("saved by a match of another shape");
        }
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(values[i], 0, parts.get(i), 0, values[i].length);
        }
    }

    private static int[][] read(byte[] saved) {
        try {
            return kryo().readObject(new Input(saved), int[][].class);
        } catch (KryoException broken) {
            throw new IllegalArgumentException("no saved match", broken);
        }
    }

    private static Kryo kryo() {
        var kryo = new Kryo();
        kryo.setRegistrationRequired(true);
        kryo.setReferences(false);
        kryo.register(int[].class);
        kryo.register(int[][].class);
        return kryo;
    }

    private int[] adopt(int[] part) {
        parts.add(part);
        return part;
    }
}
