package dev.apsis.protocol.schema;

import java.util.List;

/**
 * Something that happens to a known entity within a frame: for eye and ear, never for the rules.
 */
public record EventType(String name, List<Field> fields) {
    public static final int MAX_FIELDS = 4;

    public EventType {
        fields = List.copyOf(fields);
        if (fields.size() > MAX_FIELDS) {
            throw new IllegalArgumentException(name + " has more than " + MAX_FIELDS + " fields");
        }
    }
}
