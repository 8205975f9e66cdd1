package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Schema;

import java.util.List;

/**
 * Keeps up what one viewer knows by its snapshots: the reader of {@link SnapshotWriter}. Owned by
 * the viewer: a browser tab, a bot, a test.
 */
public final class Mirror extends Known {
    private static final int MAX_TICK = 1 << 30;
    private static final int FIRST_ENTRIES = 64;

    private final RecordCodec codec;
    private final OwnBlock ownBlock;
    private final int ticksPerFrame;
    private final int ownSeat;
    private int[] befores;
    private final Leg leg = new Leg();
    private int lastKey;
    private boolean started;

    /** A mirror for the viewer at a seat, or of a spectator where the seat is -1. */
    public Mirror(Schema schema, Motion motion, int ticksPerFrame, int ownSeat) {
        this(schema, motion, ticksPerFrame, ownSeat, Roster.MAX);
    }

    private Mirror(Schema schema, Motion motion, int ticksPerFrame, int ownSeat, int entries) {
        super(schema, entries);
        this.codec = new RecordCodec(schema, motion);
        this.ownBlock = new OwnBlock(schema, motion);
        this.ticksPerFrame = ticksPerFrame;
        this.ownSeat = ownSeat;
        this.befores = new int[rows.length];
    }

    /** One that begins small and grows with what comes into sight, where there are many mirrors. */
    public static Mirror growing(Schema schema, Motion motion, int ticksPerFrame, int ownSeat) {
        return new Mirror(schema, motion, ticksPerFrame, ownSeat, FIRST_ENTRIES);
    }

    /** Takes in one snapshot; {@code in} stands behind the message's kind. */
    public void read(BitReader in) {
        goneCount = 0;
        int ticks = readHead(in);
        coastSilent(ticks);
        readLeaves(in, ticks);
        rememberRows();
        int stayed = size;
        leg.between(tick - ticks, ticks);
        readDeltas(in);
        readEnters(in);
        if (self >= stayed) {
            ownBlock.readFull(in, secrets);
        } else if (self >= 0) {
            ownBlock.read(in, secrets, legOf(self));
        }
        readEvents(in);
        if (tick / ticksPerFrame % Fingerprint.EVERY_FRAMES == 0) {
            desyncs += in.read(Fingerprint.BITS) == fingerprint() ? 0 : 1;
        }
        in.end();
    }

    private int readHead(BitReader in) {
        int ticks = 0;
        if (in.readFlag()) {
            for (int i = 0; i < size; i++) {
                noteGone(i, false);
            }
            size = 0;
            self = -1;
            ackedBehind = 0;
            slackHalfTicks = 0;
            tick = in.read(32);
            started = true;
        } else {
            ticks = Steps.frames(in) * ticksPerFrame;
            tick += ticks;
        }
        if (!started || tick < 0 || tick > MAX_TICK) {
            throw in.wrong("a snapshot without the one it builds on");
        }
        if (in.readFlag()) {
            ackedBehind = in.readExpGolomb(1);
            slackHalfTicks = in.readSigned(Steps.SLACK_BITS);
        }
        return ticks;
    }

    private void coastSilent(int ticks) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            boolean silent = schema.type(types[i]).silent();
            if (silent) {
                codec.coast(types[i], rows, i * stride, tick - ticks, ticks);
            }
            if (silent && rows[i * stride + schema.type(types[i]).lifetime()] == 0) {
                noteGone(i, false);
            } else {
                move(i, kept++);
            }
        }
        size = kept;
    }

    private void readLeaves(BitReader in, int ticks) {
        int leaves = in.readExpGolomb(0);
        int indexBits = Schema.bitsFor(size);
        int from = 0;
        int kept = 0;
        for (int n = 0; n < leaves; n++) {
            int index = in.read(indexBits);
            if (index < from || index >= size) {
                throw in.wrong("a leave of entry " + index + " among " + size);
            }
            while (from < index) {
                move(from++, kept++);
            }
            if (!schema.type(types[index]).silent()) {
                codec.coast(types[index], rows, index * stride, tick - ticks, ticks);
            }
            noteGone(from++, in.readFlag());
        }
        while (from < size) {
            move(from++, kept++);
        }
        size = kept;
    }

    private void rememberRows() {
        if (befores.length < rows.length) {
            befores = new int[rows.length];
        }
        System.arraycopy(rows, 0, befores, 0, size * stride);
    }

    private void readDeltas(BitReader in) {
        for (int i = 0; i < size; i++) {
            if (!schema.type(types[i]).silent()) {
                codec.readDelta(in, types[i], legOf(i));
            }
        }
    }

    private void readEnters(BitReader in) {
        int stayed = size;
        int enters = in.readExpGolomb(0);
        if (enters > Roster.MAX - size) {
            throw in.wrong(enters + " enter where " + (Roster.MAX - size) + " have room");
        }
        makeRoom(size + enters);
        int typeBits = Schema.bitsFor(schema.types().size());
        for (int n = 0; n < enters; n++) {
            int type = in.read(typeBits);
            if (type >= schema.types().size()) {
                throw in.wrong("an entity of unknown type " + type);
            }
            if (schema.type(type).launched() && in.readFlag()) {
                readLaunch(in, type, stayed);
            } else {
                codec.readFull(in, type, rows, size * stride);
            }
            if (type == 0 && rows[size * stride] == ownSeat) {
                self = size;
            }
            types[size] = type;
            keys[size++] = ++lastKey;
        }
    }

    private void readLaunch(BitReader in, int type, int stayed) {
        int owner = in.read(Schema.bitsFor(stayed));
        int age = in.read(Schema.bitsFor(leg.ticks));
        if (owner >= stayed || types[owner] != 0 || age >= leg.ticks) {
            throw in.wrong(
                    "a launch by entry " + owner + " of " + stayed + ", " + age + " ticks ago");
        }
        codec.readLaunch(in, type, legOf(owner), age, rows, size * stride);
    }

    /** What an entry that stayed went through with this snapshot. */
    private Leg legOf(int i) {
        return leg.of(befores, i * stride, rows, i * stride);
    }

    private void readEvents(BitReader in) {
        eventCount = in.readExpGolomb(0);
        if (eventCount > SnapshotWriter.MAX_EVENTS) {
            throw in.wrong(eventCount + " events in one snapshot");
        }
        int eventBits = Schema.bitsFor(schema.events().size());
        for (int n = 0; n < eventCount; n++) {
            int event = in.read(eventBits);
            int index = in.read(Schema.bitsFor(size));
            if (event >= schema.events().size() || index >= size) {
                throw in.wrong("an unknown event or subject");
            }
            int at = n * eventStride();
            events[at] = event;
            events[at + 1] = index;
            List<Field> fields = schema.events().get(event).fields();
            for (int i = 0; i < fields.size(); i++) {
                events[at + 2 + i] = fields.get(i).extend(in.read(fields.get(i).bits()));
            }
        }
    }
}
