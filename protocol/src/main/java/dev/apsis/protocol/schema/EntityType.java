package dev.apsis.protocol.schema;

import java.util.List;

/**
 * A kind of thing in the world: its public fields, and the secrets only its owner is told.
 *
 * <p>A silent type costs nothing between its first and its last mention: its way follows from the
 * row it entered with, and when its first countdown reaches zero both ends drop it unasked.
 */
public record EntityType(String name, boolean silent, List<Field> fields, List<Field> secrets) {
    public EntityType {
        fields = List.copyOf(fields);
        secrets = List.copyOf(secrets);
        if (silent && lifetime(fields) < 0) {
            throw new IllegalArgumentException(name + " is silent, so it needs a countdown");
        }
    }

    /** Whether it comes from an entity of the first type, whose seat its first field is. */
    public boolean launched() {
        return !fields.isEmpty() && fields.getFirst().kind() == Kind.OWNER;
    }

    public int field(String wanted) {
        return indexOf(fields, wanted);
    }

    public int secret(String wanted) {
        return indexOf(secrets, wanted);
    }

    /** The countdown that ends a silent entity's life. */
    public int lifetime() {
        return lifetime(fields);
    }

    private static int lifetime(List<Field> fields) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).kind() == Kind.COUNTDOWN) {
                return i;
            }
        }
        return -1;
    }

    private int indexOf(List<Field> list, String wanted) {
        for (int i = 0; i < list.size(); i++) {
            if (list.get(i).name().equals(wanted)) {
                return i;
            }
        }
        throw new IllegalArgumentException(name + " has no field " + wanted);
    }
}
