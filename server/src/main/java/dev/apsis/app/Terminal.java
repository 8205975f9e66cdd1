package dev.apsis.app;

import java.io.Console;

/** Whether somebody looks while a command runs. */
final class Terminal {
    private Terminal() {}

    /** Since Java 22 a console may be there without a terminal, and says so if asked. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean present() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
