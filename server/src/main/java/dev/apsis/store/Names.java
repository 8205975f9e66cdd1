package dev.apsis.store;

import java.text.Normalizer;
import java.util.Locale;

/** When two names are the same: upper and lower case, wide and narrow letters do not matter. */
public final class Names {
    private Names() {}

    /** The same text for all names that are the same. */
    public static String fold(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC);
        String folded = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC).strip().replaceAll("\\s+", " ");
    }
}
