package dev.apsis.gateway;

/** Makes a stranger's words fit to show: no controls, nothing that turns the line round. Pure. */
final class Words {
    private static final int JOINER = 0x200d;
    private static final int NON_JOINER = 0x200c;

    private Words() {}

    static String clean(String words) {
        var clean = new StringBuilder(words.length());
        words.codePoints().filter(Words::shows).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    /** Joiners are kept: scripts and emoji need them. */
    private static boolean shows(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    false;
            case Character.FORMAT -> codePoint == JOINER || codePoint == NON_JOINER;
            default -> true;
        };
    }
}
