package dev.apsis.boot;

/**
 * The first class of the jar, the only one that old Javas can load: it tells them what to install
 * instead of failing with a stack trace.
 */
public final class Boot {
    private static final int OLDEST = 21;

    private Boot() {}

    public static void main(String[] args) throws Exception {
        String version = System.getProperty("java.specification.version");
        if (version.startsWith("1.") || Integer.parseInt(version) < OLDEST) {
            System.err.println(
                    "apsis: this is Java "
                            + version
                            + ", and Apsis needs 21 or newer: install one (for example Temurin 25)"
                            + " and start the jar with its java");
            System.exit(2);
        }
        Class.forName("dev.apsis.app.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }
}
