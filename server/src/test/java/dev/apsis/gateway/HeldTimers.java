package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;

import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Vert.x whose timers wait for a test to let their time pass; all else of it is real. Owned by
 * the event loop that it is used on.
 */
final class HeldTimers {
    /** Vert.x's own are below. */
    private static final long FIRST_ID = 1L << 40;

    private final Vertx real;
    private final Context context;
    private final Map<Long, Timer> timers = new TreeMap<>();
    private final Promise<Void> first = Promise.promise();
    private long nowMillis;
    private long nextId = FIRST_ID;

    private record Timer(long dueMillis, Runnable work) {}

    HeldTimers(Vertx real) {
        this.real = real;
        this.context = real.getOrCreateContext();
    }

    Vertx vertx() {
        Class<?>[] faces = {Vertx.class};
        return (Vertx)
                Proxy.newProxyInstance(
                        Vertx.class.getClassLoader(),
                        faces,
                        (proxy, method, arguments) -> answer(method, arguments));
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) throws Throwable {
        if (arguments != null && arguments[0] instanceof Long number) {
            if (method.getName().equals("setTimer")) {
                return set(number, arguments[1]);
            }
            if (method.getName().equals("cancelTimer") && number >= FIRST_ID) {
                return timers.remove(number) != null;
            }
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    @SuppressWarnings("unchecked") // as Vertx.setTimer declares it
    private long set(long millis, Object handler) {
        long id = nextId++;
        var work = (Handler<Long>) handler;
        timers.put(id, new Timer(nowMillis + millis, () -> work.handle(id)));
        first.tryComplete();
        return id;
    }

    /** Lets time pass, once there is a timer; what is due by then is done when this returns. */
    void pass(long millis) {
        done(first.future());
        Promise<Void> passed = Promise.promise();
        context.runOnContext(
                turn -> {
                    nowMillis += millis;
                    List.copyOf(timers.entrySet()).forEach(this::runDue);
                    passed.complete();
                });
        done(passed.future());
    }

    private void runDue(Map.Entry<Long, Timer> timer) {
        boolean due = timer.getValue().dueMillis() <= nowMillis;
        if (due && timers.remove(timer.getKey()) != null) {
            timer.getValue().work().run();
        }
    }
}
