package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a frame costs: its records encoded and spliced for 300 viewers of 20 ships each, and one
 * viewer's snapshot read.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class SnapshotBenchmark {
    private static final int VIEWERS = 300;
    private static final int SHIPS = 20;
    private static final int FRAMES = 120;

    private final OrbitMotion motion = new OrbitMotion(Skirmish.ARENA);
    private final RecordCodec codec = new RecordCodec(OrbitSchema.SCHEMA, motion);
    private final Records records = new Records(OrbitSchema.SCHEMA, codec);
    private final BitWriter out = new BitWriter(1 << 16, 1 << 16);
    private final List<byte[]> snapshots = new ArrayList<>();
    private final BitReader in = new BitReader();
    private Frame before = Frame.empty(0);
    private Frame now = Frame.empty(0);
    private Mirror mirror = new Told(3, 90, 2).mirror();
    private int next;

    @Setup
    public void fight() {
        var skirmish = new Skirmish(3, 90);
        for (int i = 0; i < 200; i++) {
            skirmish.step();
            skirmish.step();
            before = now;
            now = skirmish.capture();
        }
        var told = new Told(3, 90, 2);
        for (int i = 0; i < FRAMES; i++) {
            snapshots.add(told.next());
        }
    }

    /** One frame for everybody: each record encoded once, 6,000 times spliced. */
    @Benchmark
    public int encodeAndSplice() {
        records.begin(before, now);
        int bits = 0;
        for (int viewer = 0; viewer < VIEWERS; viewer++) {
            out.clear();
            for (int i = 0; i < SHIPS; i++) {
                int slot = (viewer + i) % before.table(0).slots();
                if (now.id(0, slot) != 0) {
                    records.splice(0, slot, out);
                }
            }
            bits += out.length();
        }
        return bits;
    }

    /** One snapshot on average, of a fight that is read from its beginning again and again. */
    @Benchmark
    public int read() {
        if (next == FRAMES) {
            next = 0;
        }
        byte[] message = snapshots.get(next++);
        in.reset(message, message.length);
        in.read(4);
        mirror.read(in);
        return mirror.size();
    }
}
