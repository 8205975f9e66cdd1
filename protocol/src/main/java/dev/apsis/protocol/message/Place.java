package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;

import java.util.ArrayList;
import java.util.List;

/**
 * An arena as the welcome tells it.
 *
 * <pre>
 * arena = radius:16 ticksPerSecond:8 count:7 body*
 * body  = type:2 radius:16 pull:32 parent:7 orbit:16 phase:32 anglePerTick:32
 * parent: 0 for none, else index + 1
 * </pre>
 */
final class Place {
    private Place() {}

    static void write(BitWriter out, Arena arena) {
        out.write(arena.radiusUnits(), 16);
        out.write(arena.ticksPerSecond(), 8);
        out.write(arena.bodies().size(), 7);
        for (Body body : arena.bodies()) {
            out.write(body.type().code(), 2);
            out.write(body.radiusUnits(), 16);
            out.write(body.pull(), 32);
            out.write(body.parent() + 1, 7);
            out.write(body.orbitUnits(), 16);
            out.write(body.phase(), 32);
            out.write(body.anglePerTick(), 32);
        }
    }

    static Arena read(BitReader in) {
        int radius = in.read(16);
        int ticksPerSecond = in.read(8);
        int count = in.read(7);
        if (!Arena.possible(radius, ticksPerSecond, count)) {
            throw in.wrong("an impossible arena of " + radius + " units with " + count + " bodies");
        }
        List<Body> bodies = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            bodies.add(readBody(in, i));
        }
        return new Arena(radius, ticksPerSecond, bodies);
    }

    private static Body readBody(BitReader in, int index) {
        int type = in.read(2);
        int radius = in.read(16);
        int pull = in.read(32);
        int parent = in.read(7) - 1;
        if (type >= Body.Type.count() || parent >= index || radius == 0 || pull < 0) {
            throw in.wrong("a body of no known type, size or pull, or with a later parent");
        }
        return new Body(
                Body.Type.of(type), radius, pull, parent, in.read(16), in.read(32), in.read(32));
    }
}
