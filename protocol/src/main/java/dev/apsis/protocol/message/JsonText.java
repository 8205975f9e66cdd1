package dev.apsis.protocol.message;

/** JSON text as it is written: fields in order, commas where they belong. Owned by its writer. */
public final class JsonText {
    private static final int CONTROL = 0x20;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(128);
    private boolean first = true;

    /** Begins an entry of a list, or the whole. */
    public JsonText begin() {
        return comma().open('{');
    }

    public JsonText end() {
        return close('}');
    }

    public JsonText beginList(String name) {
        return name(name).open('[');
    }

    public JsonText endList() {
        return close(']');
    }

    public JsonText beginIn(String name) {
        return name(name).open('{');
    }

    public JsonText put(String name, int value) {
        name(name).out.append(value);
        return this;
    }

    public JsonText put(String name, boolean value) {
        name(name).out.append(value);
        return this;
    }

    public JsonText put(String name, String value) {
        name(name).quote(value);
        return this;
    }

    /** An entry of a list of numbers. */
    public JsonText add(int value) {
        comma().out.append(value);
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    private JsonText name(String name) {
        comma().quote(name);
        out.append(':');
        return this;
    }

    private JsonText comma() {
        if (!first) {
            out.append(',');
        }
        first = false;
        return this;
    }

    private JsonText open(char bracket) {
        out.append(bracket);
        first = true;
        return this;
    }

    private JsonText close(char bracket) {
        out.append(bracket);
        first = false;
        return this;
    }

    private void quote(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < CONTROL) {
                out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
