package dev.apsis.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Hears the signals that ask a process to stop, the first and the next, for a shutdown hook hears
 * only one; and the one that asks it to read its configuration again. The classes for that are not
 * part of Java's own interface; where a Java lacks them, a signal ends the process at once.
 */
final class Signals {
    private Signals() {}

    /** Runs {@code stop} in a thread of its own whenever Ctrl+C or SIGTERM arrives. */
    static void onStop(Runnable stop) {
        hear(stop, "apsis-stop", "TERM", "INT");
    }

    /** Runs {@code reload} in a thread of its own whenever SIGHUP arrives; Windows has none. */
    static void onReload(Runnable reload) {
        hear(reload, "apsis-reload", "HUP");
    }

    private static void hear(Runnable work, String thread, String... names) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler run =
                    (proxy, method, args) -> {
                        new Thread(work, thread).start();
                        return null;
                    };
            Object proxy =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(), new Class<?>[] {handler}, run);
            for (String name : names) {
                Object which = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, which, proxy);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException absent) {
            String unheard = String.join(", ", names);
            System.getLogger(Signals.class.getName())
                    .log(System.Logger.Level.WARNING, unheard + " can't be heard", absent);
        }
    }
}
