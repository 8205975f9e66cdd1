package dev.apsis.gateway;

import dev.apsis.protocol.delta.FramePair;
import dev.apsis.protocol.delta.RecordCodec;
import dev.apsis.protocol.delta.Records;
import dev.apsis.protocol.delta.Steps;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.OrbitSchema;

import java.util.Arrays;

/**
 * The frame that is being shown, with the ones before it: pairs it with one of those when the first
 * viewer needs that, so that all who do share its records. Owned by its audience.
 */
final class Stage {
    /** A power of two above the longest step. */
    private static final int KEPT = 2 * Steps.LONGEST;

    private final int ticksPerFrame;
    private final Frame[] kept = new Frame[KEPT];
    private final Records[] deltas = new Records[Steps.COUNT];
    private final FramePair[] pairs = new FramePair[Steps.COUNT];
    private final boolean[] paired = new boolean[Steps.COUNT];
    private final Records fulls;
    private Frame now = Frame.empty(0);

    Stage(RecordCodec codec, int ticksPerFrame) {
        this.ticksPerFrame = ticksPerFrame;
        this.fulls = new Records(OrbitSchema.SCHEMA, codec);
        for (int i = 0; i < Steps.COUNT; i++) {
            deltas[i] = new Records(OrbitSchema.SCHEMA, codec);
            pairs[i] = new FramePair(now, now, deltas[i], fulls);
        }
        Arrays.fill(kept, now);
    }

    void enter(Frame frame) {
        now = frame;
        kept[number() % KEPT] = frame;
        fulls.begin(Frame.empty(frame.tick()), frame);
        Arrays.fill(paired, false);
    }

    int tick() {
        return now.tick();
    }

    /** How early a seat's commands came, as of this frame; 0 where nobody sits. */
    int slackHalfTicks(int seat) {
        return now.slackHalfTicks(seat);
    }

    /** Frames are numbered from the room's start, the same for everybody. */
    int number() {
        return now.tick() / ticksPerFrame;
    }

    /** Whether a snapshot can build on the frame so many before, and we saw it. */
    boolean reaches(int step) {
        return Steps.has(step) && before(step).tick() == now.tick() - step * ticksPerFrame;
    }

    /** This frame and the one so many before. */
    FramePair pair(int step) {
        int i = Steps.code(step);
        if (!paired[i]) {
            paired[i] = true;
            deltas[i].begin(before(step), now);
            pairs[i] = new FramePair(before(step), now, deltas[i], fulls);
        }
        return pairs[i];
    }

    /** How many records were encoded so far, for whomever. */
    long encodes() {
        long encodes = fulls.encodes();
        for (Records each : deltas) {
            encodes += each.encodes();
        }
        return encodes;
    }

    private Frame before(int step) {
        return kept[Math.floorMod(number() - step, KEPT)];
    }
}
