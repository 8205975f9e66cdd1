package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.OrbitMotion;
import dev.apsis.protocol.orbit.OrbitSchema;

/** A fight as one pilot in it is told of it, message by message. Owned by its test. */
public final class Told {
    public static final Arena ARENA = Skirmish.ARENA;

    private final Skirmish fight;
    private final int seat;
    private final OrbitMotion motion = new OrbitMotion(Skirmish.ARENA);
    private final RecordCodec codec = new RecordCodec(OrbitSchema.SCHEMA, motion);
    private final SnapshotWriter writer = new SnapshotWriter(OrbitSchema.SCHEMA, motion, 2);
    private final Records deltas = new Records(OrbitSchema.SCHEMA, codec);
    private final Records fulls = new Records(OrbitSchema.SCHEMA, codec);
    private final Roster roster = new Roster();
    private final Sight sight = new Sight();
    private final SquareSight eye = new SquareSight();
    private Frame last = Frame.empty(0);

    public Told(int seed, int seats, int seat) {
        this.fight = new Skirmish(seed, seats);
        this.seat = seat;
    }

    /** The next frame's message. */
    public byte[] next() {
        fight.step();
        fight.step();
        Frame now = fight.capture();
        deltas.begin(last, now);
        fulls.begin(Frame.empty(now.tick()), now);
        eye.look(now, seat, roster, sight);
        var out = new BitWriter(1024, 1 << 16);
        ServerMessage.beginSnapshot(out);
        writer.write(out, roster, seat, new FramePair(last, now, deltas, fulls), sight);
        last = now;
        return out.toBytes();
    }

    /** A mirror that can read them. */
    public Mirror mirror() {
        return new Mirror(OrbitSchema.SCHEMA, new OrbitMotion(Skirmish.ARENA), 2, seat);
    }
}
