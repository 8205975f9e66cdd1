package dev.apsis.protocol.schema;

import java.util.List;

/** Everything a snapshot can speak of. The first type is the one that seats have: slot = seat. */
public record Schema(List<EntityType> types, List<EventType> events) {
    public Schema {
        types = List.copyOf(types);
        events = List.copyOf(events);
    }

    public EntityType type(int index) {
        return types.get(index);
    }

    public int typeIndex(String name) {
        for (int i = 0; i < types.size(); i++) {
            if (types.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no entity type " + name);
    }

    /** Bits that tell one of {@code count} things apart. */
    public static int bitsFor(int count) {
        return count <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(count - 1);
    }

    /** The longest row of any type. */
    public int stride() {
        int longest = 0;
        for (EntityType type : types) {
            longest = Math.max(longest, type.fields().size());
        }
        return longest;
    }

    /** Equal on both ends, or they do not understand each other: FNV-1a over {@link #text}. */
    public int hash() {
        String text = text();
        int hash = 0x811c9dc5;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x01000193;
        }
        return hash;
    }

    /** The table in words, one line a type or event. */
    public String text() {
        var text = new StringBuilder();
        for (EntityType type : types) {
            text.append(type.silent() ? "silent " : "type ").append(type.name());
            appendFields(text, type.fields());
            text.append(" |");
            appendFields(text, type.secrets());
            text.append('\n');
        }
        for (EventType event : events) {
            text.append("event ").append(event.name());
            appendFields(text, event.fields());
            text.append('\n');
        }
        return text.toString();
    }

    private static void appendFields(StringBuilder text, List<Field> fields) {
        for (Field field : fields) {
            text.append(' ').append(field.name()).append(':').append(field.kind().name());
            text.append(field.signed() ? '-' : '+').append(field.bits());
        }
    }
}
