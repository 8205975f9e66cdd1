package dev.apsis.load;

import dev.apsis.measure.Histogram;
import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.delta.Mirror;
import dev.apsis.protocol.message.*;
import dev.apsis.protocol.orbit.*;

import java.net.URI;
import java.util.*;

public final class Probe implements LeanSocket.Ear {
    static final Histogram gaps = new Histogram();
    static long bytes, frames, closed, joined;
    static boolean mirrors, inputs;
    Mirror mirror; LeanSocket socket; long last; int n;
    final BitReader in = new BitReader();
    final BitWriter out = new BitWriter(64, 1024);
    final SplittableRandom random = new SplittableRandom();
    int held;
    public void opened(LeanSocket s) { socket = s;
        byte[] b = new ClientMessage.Hello(OrbitSchema.SCHEMA.hash(), "load", "", "", false, true).toBytes();
        s.say(b, b.length); }
    public void heard(byte[] m, int len) {
        in.reset(m, len);
        int kind = ServerMessage.kind(in);
        if (kind == ServerMessage.SNAPSHOT) {
            long now = System.nanoTime();
            if (last != 0) gaps.record((now - last) / 1000);
            last = now; frames++; bytes += len;
            if (mirrors && mirror != null) mirror.read(in);
            int tick = mirrors && mirror != null ? mirror.tick() : 0;
            if (inputs) {
                if (n++ % 15 == 0) held = Command.of(random.nextInt(3), 0, random.nextBoolean(), false, false, random.nextInt(4)==0, false).packed();
                out.clear();
                new ClientMessage.Commands(tick, tick + 5, new int[]{held, held}).write(out);
                out.flush();
                socket.say(out.bytes(), out.byteCount());
            }
        } else if (kind == ServerMessage.WELCOME) {
            Welcome w = (Welcome) ServerMessage.read(kind, in);
            joined++;
            mirror = new Mirror(OrbitSchema.SCHEMA, new OrbitMotion(w.arena()), w.ticksPerFrame(), w.seat());
        }
    }
    public void closed(int code, String why) { closed++; if (closed < 5) System.out.println(code + " " + why); }

    public static void main(String[] a) throws Exception {
        URI uri = URI.create(a[0]); int count = Integer.parseInt(a[1]); int secs = Integer.parseInt(a[2]);
        mirrors = a[3].contains("m"); inputs = a[3].contains("i"); boolean bare = a[3].contains("b");
        long serverPid = Long.parseLong(a[4]);
        SocketLoop loop = new SocketLoop(1);
        List<LeanSocket> all = new ArrayList<>();
        for (int i = 0; i < count; i++) { all.add(loop.connect(uri, bare ? "bare" : Wire.SUBPROTOCOL, new Probe())); for (int k=0;k<3;k++) loop.turn(1); }
        long until = System.nanoTime() + 8_000_000_000L;
        while (System.nanoTime() < until) loop.turn(1);
        gaps.clear(); bytes = 0; frames = 0;
        ProcessHandle srv = ProcessHandle.of(serverPid).get();
        long c0 = srv.info().totalCpuDuration().get().toNanos(), m0 = ProcessHandle.current().info().totalCpuDuration().get().toNanos(), t0 = System.nanoTime();
        until = t0 + secs * 1_000_000_000L;
        while (System.nanoTime() < until) loop.turn(1);
        double s = (System.nanoTime() - t0) / 1e9;
        double srvCpu = (srv.info().totalCpuDuration().get().toNanos() - c0) / 1e6 / s, my = (ProcessHandle.current().info().totalCpuDuration().get().toNanos() - m0) / 1e6 / s;
        System.out.printf("%s n=%d joined=%d closed=%d frames/s/client=%.2f bytes/frame=%.1f gap p50 %.1f p99 %.1f max %.1f ms; server %.3f ms/client-s (%.0f%%), load %.3f ms/client-s (%.0f%%)%n", a[3], count, joined, closed, frames / s / count, bytes / (double) Math.max(1,frames), gaps.quantile(.5) / 1e3, gaps.quantile(.99) / 1e3, gaps.max() / 1e3, srvCpu / count, srvCpu / 10, my / count, my / 10);
        System.exit(0);
    }
}
