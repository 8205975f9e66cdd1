package dev.apsis.protocol.delta;

import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.schema.Field;
import dev.apsis.protocol.schema.Schema;

import java.util.List;

/**
 * Writes snapshots: what one viewer is told of one frame. Owned by one event loop, shared by all
 * its viewers; {@link Mirror} is its reader.
 *
 * <pre>
 * snapshot = fresh receipt leaves deltas enters own events fingerprint
 * fresh    = 1 tick:32 | 0 step:2      1: forget the roster; 0: 1, 2, 4 or 8 frames after the last
 * receipt  = 0 | 1 behind:EG1 slack:6  0: as told last; behind: frame's tick - newest applied one
 * leaves   = count:EG0 (index ended:1)*      index in bits for the roster's size, rising
 * deltas   = delta*                    for each that stayed and is not silent, in roster order
 * enters   = count:EG0 enter*          appended to the roster
 * enter    = type full                 if its type is not launched
 *          | type 0 full | type 1 owner age constants    if it is
 * own      = secrets in full           if own ship is in the roster, as it enters
 *          | 1 | 0 (0 | 1 bits)*       and later
 * events   = count:EG0 (event index fields)*
 * fingerprint = hash:16                with every 32nd frame
 * </pre>
 *
 * Silent entities whose time is up are dropped by both ends before the leaves. A launch names the
 * index of its owner among those that stayed, in bits for their count, and how many ticks ago it
 * was, in bits for the ticks of the step.
 */
public final class SnapshotWriter {
    /** Of more that happen to known entities in one frame, the later ones are not told. */
    static final int MAX_EVENTS = 256;

    private final Schema schema;
    private final int typeBits;
    private final int eventBits;

    /** The countdown of each silent type; -1 for those that speak. */
    private final int[] countdowns;

    private final OwnBlock ownBlock;
    private final int ticksPerFrame;
    private final Marks marks;
    private final Tally tally = new Tally();
    private final int[] leaveIndex = new int[Roster.MAX];
    private final boolean[] leaveEnded = new boolean[Roster.MAX];

    public SnapshotWriter(Schema schema, Motion motion, int ticksPerFrame) {
        this.schema = schema;
        this.typeBits = Schema.bitsFor(schema.types().size());
        this.countdowns =
                schema.types().stream().mapToInt(t -> t.silent() ? t.lifetime() : -1).toArray();
        this.eventBits = Schema.bitsFor(schema.events().size());
        this.ticksPerFrame = ticksPerFrame;
        this.ownBlock = new OwnBlock(schema, motion);
        this.marks = new Marks(schema.types().size());
    }

    /**
     * Writes what {@code roster}'s viewer may know of a frame; {@code deltas} are against the frame
     * it was sent last, which is {@code before}.
     */
    public void write(BitWriter out, Roster roster, int seat, FramePair frames, Sight sight) {
        Frame now = frames.now();
        Frame before = roster.fresh() ? Frame.empty(now.tick()) : frames.before();
        tally.begin(out);
        writeHead(out, roster, seat, before, now);
        tally.end(Tally.HEAD, out);
        marks.begin(now);
        writeLeaves(out, roster, before, now, sight);
        boolean ownStays = seat >= 0 && marks.place(0, seat) >= 0;
        tally.end(Tally.LEAVES, out);
        writeDeltas(out, roster, frames.deltas());
        tally.end(Tally.DELTAS, out);
        writeEnters(out, roster, frames, sight);
        tally.end(Tally.ENTERS, out);
        if (seat >= 0 && marks.place(0, seat) >= 0) {
            ownBlock.write(out, before, now, seat, ownStays);
        }
        tally.end(Tally.OWN, out);
        writeEvents(out, roster, now);
        if (now.tick() / ticksPerFrame % Fingerprint.EVERY_FRAMES == 0) {
            out.write(fingerprint(roster, now), Fingerprint.BITS);
        }
        tally.end(Tally.EVENTS, out);
    }

    /** What was written so far, by part. */
    public Tally tally() {
        return tally;
    }

    private void writeHead(BitWriter out, Roster roster, int seat, Frame before, Frame now) {
        out.writeFlag(roster.fresh());
        if (roster.fresh()) {
            out.write(now.tick(), 32);
            roster.begin();
        } else {
            out.write(Steps.code((now.tick() - before.tick()) / ticksPerFrame), Steps.BITS);
        }
        int behind = seat < 0 ? 0 : Math.max(0, now.tick() - now.ackedTick(seat));
        int slack = Math.clamp(now.slackHalfTicks(seat), -32, 31);
        boolean news = roster.noteReceipt(behind, slack);
        out.writeFlag(news);
        if (news) {
            out.writeExpGolomb(behind, 1);
            out.write(slack, Steps.SLACK_BITS);
        }
    }

    /** Keeps and marks who stays; the others leave, but those whose time is up unheard. */
    private void writeLeaves(BitWriter out, Roster roster, Frame before, Frame now, Sight sight) {
        int ticks = now.tick() - before.tick();
        int known = 0;
        int kept = 0;
        int leaves = 0;
        for (int i = 0; i < roster.size(); i++) {
            int type = roster.type(i);
            int slot = roster.slot(i);
            if (countdowns[type] >= 0 && left(before.table(type), slot, type) <= ticks) {
                continue;
            }
            boolean lives = now.id(type, slot) == roster.id(i);
            if (lives && sight.sees(type, slot)) {
                marks.placeAt(type, slot, kept);
                roster.move(i, kept++);
            } else {
                leaveIndex[leaves] = known;
                leaveEnded[leaves++] = !lives;
            }
            known++;
        }
        roster.truncate(kept);
        out.writeExpGolomb(leaves, 0);
        int indexBits = Schema.bitsFor(known);
        for (int i = 0; i < leaves; i++) {
            out.write(leaveIndex[i], indexBits);
            out.writeFlag(leaveEnded[i]);
        }
    }

    /** In how many ticks a silent entity's time is up. */
    private int left(Table table, int slot, int type) {
        return table.rows()[table.at(slot) + countdowns[type]];
    }

    private void writeDeltas(BitWriter out, Roster roster, Records deltas) {
        for (int i = 0; i < roster.size(); i++) {
            int type = roster.type(i);
            if (countdowns[type] < 0) {
                deltas.splice(type, roster.slot(i), out);
            }
        }
    }

    private void writeEnters(BitWriter out, Roster roster, FramePair frames, Sight sight) {
        int stayed = roster.size();
        for (int i = 0; i < sight.count(); i++) {
            int type = sight.type(i);
            int slot = sight.slot(i);
            if (marks.place(type, slot) < 0
                    && roster.add(type, slot, frames.now().id(type, slot))) {
                marks.placeAt(type, slot, roster.size() - 1);
            }
        }
        out.writeExpGolomb(roster.size() - stayed, 0);
        for (int i = stayed; i < roster.size(); i++) {
            writeEnter(out, roster.type(i), roster.slot(i), stayed, frames);
        }
    }

    private void writeEnter(BitWriter out, int type, int slot, int stayed, FramePair frames) {
        out.write(type, typeBits);
        if (schema.type(type).launched()) {
            Table table = frames.now().table(type);
            int owner = marks.place(0, table.rows()[table.at(slot)]);
            boolean ownerStayed = owner >= 0 && owner < stayed;
            int age = ownerStayed ? frames.deltas().launchAge(type, slot) : -1;
            out.writeFlag(age >= 0);
            if (age >= 0) {
                int ticks = frames.now().tick() - frames.before().tick();
                out.write(owner, Schema.bitsFor(stayed));
                out.write(age, Schema.bitsFor(ticks));
                frames.deltas().writeLaunch(type, slot, out);
                return;
            }
        }
        frames.fulls().splice(type, slot, out);
    }

    private void writeEvents(BitWriter out, Roster roster, Frame now) {
        int[] events = now.events();
        int known = 0;
        for (int at = 0; at < events.length; at += Frame.EVENT_STRIDE) {
            known += marks.place(events[at + 1], events[at + 2]) >= 0 ? 1 : 0;
        }
        int left = Math.min(known, MAX_EVENTS);
        out.writeExpGolomb(left, 0);
        int indexBits = Schema.bitsFor(roster.size());
        for (int at = 0; left > 0; at += Frame.EVENT_STRIDE) {
            int place = marks.place(events[at + 1], events[at + 2]);
            if (place >= 0) {
                out.write(events[at], eventBits);
                out.write(place, indexBits);
                writeEventFields(out, events, at);
                left--;
            }
        }
    }

    private void writeEventFields(BitWriter out, int[] events, int at) {
        List<Field> fields = schema.events().get(events[at]).fields();
        for (int i = 0; i < fields.size(); i++) {
            out.write(events[at + 3 + i], fields.get(i).bits());
        }
    }

    private int fingerprint(Roster roster, Frame now) {
        int hash = roster.size();
        for (int i = 0; i < roster.size(); i++) {
            int type = roster.type(i);
            Table table = now.table(type);
            int fields = schema.type(type).fields().size();
            hash = Fingerprint.add(hash, table.rows(), table.at(roster.slot(i)), fields);
        }
        return Fingerprint.fold(hash);
    }
}
