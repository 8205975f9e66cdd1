package dev.apsis.app;

import com.sun.management.ThreadMXBean;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.Orbit;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a tick of a large room costs, in this thread's CPU time, and a save and restore of one.
 *
 * <pre>
 * mvn -q -Dquick test-compile
 * java -cp server/target/test-classes:server/target/apsis.jar dev.apsis.app.OrbitBench 1000
 * </pre>
 */
public final class OrbitBench {
    private static final int WARM_TICKS = 4000;
    private static final int TICKS = 6000;
    private static final double NANOS_PER_MILLI = 1e6;

    private final ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final SplittableRandom random = new SplittableRandom(7);
    private final Orbit orbit;
    private final int[] commands;

    private OrbitBench(int ships) {
        GameSettings settings = GameSettings.of(GameSettings.Game.FFA, 2, ships, 60);
        this.orbit = new Orbit(settings, 7);
        this.commands = new int[ships];
        for (int seat = 0; seat < ships; seat++) {
            orbit.join(seat, new Pilot("pilot " + seat, false));
        }
    }

    public static void main(String[] args) {
        int ships = args.length > 0 ? Integer.parseInt(args[0]) : 1000;
        var bench = new OrbitBench(ships);
        bench.ticks();
        bench.saves();
    }

    private void ticks() {
        long[] nanos = new long[TICKS];
        long torpedoes = 0;
        long flying = 0;
        for (int i = 0; i < WARM_TICKS; i++) {
            chooseCommands();
            orbit.step(commands);
        }
        long bytes = 0;
        for (int i = 0; i < TICKS; i++) {
            chooseCommands();
            long bytesBefore = thread.getCurrentThreadAllocatedBytes();
            long begin = thread.getCurrentThreadCpuTime();
            orbit.step(commands);
            nanos[i] = thread.getCurrentThreadCpuTime() - begin;
            bytes += thread.getCurrentThreadAllocatedBytes() - bytesBefore;
            orbit.drainNews();
            if (i % 60 == 0) {
                Frame frame = orbit.capture(new int[0]);
                torpedoes += used(frame, OrbitSchema.TORPEDO);
                flying += used(frame, OrbitSchema.SHIP);
            }
        }
        Arrays.sort(nanos);
        int samples = TICKS / 60;
        System.out.printf(
                "tick of %d ships and %d torpedoes: p50 %.2f ms, p99 %.2f ms, max %.2f ms;"
                        + " %d bytes allocated%n",
                flying / samples,
                torpedoes / samples,
                nanos[TICKS / 2] / NANOS_PER_MILLI,
                nanos[TICKS * 99 / 100] / NANOS_PER_MILLI,
                nanos[TICKS - 1] / NANOS_PER_MILLI,
                bytes / TICKS);
    }

    private void saves() {
        byte[] saved = {};
        long[] nanos = new long[200];
        for (int i = 0; i < nanos.length; i++) {
            long begin = thread.getCurrentThreadCpuTime();
            saved = orbit.save();
            orbit.restore(saved);
            nanos[i] = thread.getCurrentThreadCpuTime() - begin;
        }
        Arrays.sort(nanos);
        System.out.printf(
                "save and restore: p50 %.2f ms, p99 %.2f ms, %d bytes%n",
                nanos[nanos.length / 2] / NANOS_PER_MILLI,
                nanos[nanos.length * 99 / 100] / NANOS_PER_MILLI,
                saved.length);
    }

    private void chooseCommands() {
        for (int seat = 0; seat < commands.length; seat++) {
            if (random.nextInt(20) == 0) {
                int steer = random.nextInt(4);
                int aim = random.nextInt(65536);
                boolean fire = random.nextInt(10) < 7;
                commands[seat] =
                        Command.of(steer, aim, random.nextBoolean(), false, false, fire, false)
                                .packed();
            }
        }
    }

    private static int used(Frame frame, int type) {
        return (int) Arrays.stream(frame.table(type).ids()).filter(id -> id != 0).count();
    }
}
