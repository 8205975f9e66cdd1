package dev.apsis.app;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/**
 * Hears the signals that ask a process to stop, the first and the next: a shutdown hook hears only
 * one. The classes for that are not part of Java's own interface; where a Java lacks them, a signal
 * ends the process at once.
 */
final class Signals {
    private Signals() {}

    /** Runs {@code stop} in a thread of its own whenever Ctrl+C or SIGTERM arrives. */
    static void onStop(Runnable stop) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            InvocationHandler run =
                    (proxy, method, args) -> {
                        new Thread(stop, "apsis-stop").start();
                        return null;
                    };
            Object proxy =
                    Proxy.newProxyInstance(
                            Signals.class.getClassLoader(), new Class<?>[] {handler}, run);
            for (String name : new String[] {"TERM", "INT"}) {
                Object which = signal.getConstructor(String.class).newInstance(name);
                signal.getMethod("handle", signal, handler).invoke(null, which, proxy);
            }
        } catch (ReflectiveOperationException | IllegalArgumentException absent) {
            System.getLogger(Signals.class.getName())
                    .log(System.Logger.Level.WARNING, "signals can't be heard: no drain", absent);
        }
    }
}
