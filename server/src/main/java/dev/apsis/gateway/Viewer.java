package dev.apsis.gateway;

import dev.apsis.engine.Relief;
import dev.apsis.engine.game.Lookout.Eye;
import dev.apsis.protocol.delta.Roster;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.Rules;

import java.util.function.IntConsumer;

/**
 * One viewer of one room: what it knows, and the line it is told by. Owned by its audience's event
 * loop.
 *
 * <p>Latest wins: while its last snapshot is still being written a frame is skipped, never queued.
 * The next one builds on what was sent last, or tells everything again if that is too long ago.
 */
final class Viewer {
    final Roster roster = new Roster();
    final Eye eye = new Eye();

    /** -1 for a spectator, and for a pilot whose seat was freed. */
    int seat;

    int link;

    /** Whose ship a spectator looks from; -1 for none. */
    int followed = -1;

    /** Every how many frames it is shown the world; only JSON clients choose. */
    int framesPerLook;

    /** The newest tick it said it has seen. */
    int seenTick;

    /** Its connection's, as soon as that let it in. */
    Mutes mutes = new Mutes();

    /** When its seat was freed because it did nothing; -1 if that was not so. */
    int unseatedTick = -1;

    /** Whose seat was freed may say hello again. */
    boolean mayReturn;

    /** Saw nobody else when it looked last. */
    boolean lonely;

    /** Has no seat, but says what it has seen all the same. */
    boolean acknowledges;

    /** Nobody looks at the moment. */
    boolean paused;

    /** Its line was busy when the others heard who is here: it hears of it with its next frame. */
    boolean missesPeople;

    /** Called with the tick of every frame that it hears of. */
    IntConsumer eachFrame = tick -> {};

    /** Called when its room's name is another room's: it is to go there. */
    Runnable moved = () -> {};

    private final Line line;
    private final Pace pace = new Pace();
    private final Trip trip = new Trip();
    private final Backlog backlog = new Backlog();
    private int firstFrame = -1;
    private int shownFrame;
    private int shownTick;
    private int nowTick;
    private long frames;
    private long bytes;
    private long skipped;
    private long bytesAtSecond;
    private int bytesPerSecond;

    Viewer(Line line, int seat, int link) {
        this.line = line;
        this.framesPerLook = line.framesPerLook();
        this.seat = seat;
        this.link = link;
    }

    /** A spectator's own place, in units: it follows nobody. */
    void lookFrom(int xUnits, int yUnits) {
        followed = -1;
        eye.x = (int) (xUnits * Rules.GRID);
        eye.y = (int) (yUnits * Rules.GRID);
    }

    /** Its seat is free from here on: it watches from where it was. */
    void unseat(int tick) {
        seat = -1;
        link = 0;
        unseatedTick = tick;
        mayReturn = true;
        eachFrame = nothing -> {};
        startOver();
    }

    /** It is told everything with its next frame, for what it knows is of no use to it. */
    void startOver() {
        roster.forget();
        backlog.forget();
    }

    /** Its room is another one from here on. */
    void move() {
        moved.run();
    }

    /** A frame of some tick is there, whether it is shown that or not. */
    void hear(int tick) {
        nowTick = tick;
        eachFrame.accept(tick);
    }

    /** The newest tick it heard of. */
    int tick() {
        return nowTick;
    }

    /** Whether it need not be shown every frame, now that the room is to be relieved. */
    boolean spares(Relief relief) {
        return seat < 0
                ? relief.includes(Relief.SPECTATORS)
                : lonely && relief.includes(Relief.LONELY);
    }

    /** Whether its last snapshot is still on its way. */
    boolean writing() {
        return line.busy();
    }

    /** Whether it is this viewer's turn, and a snapshot would be on its way at once. */
    boolean ready(Frame frame, int frameNumber, int patienceTicks) {
        boolean waits = paused || silent(frame.tick(), patienceTicks);
        if (waits || line.closed() || !pace.due(frameNumber)) {
            return false;
        }
        if (line.busy()) {
            pace.missed();
            skipped++;
            return false;
        }
        pace.shown();
        shownTick = frame.tick();
        return true;
    }

    /**
     * Nothing of what it was shown came back as seen for too long: whatever were sent now would
     * only wait in a buffer, and be old when it is read.
     */
    private boolean silent(int tick, int patienceTicks) {
        boolean answers = seat >= 0 || acknowledges;
        return answers && seenTick < shownTick && tick - seenTick > patienceTicks;
    }

    /** It says by a tick's low bits what it has seen: something it was shown, if it is honest. */
    void acknowledge(int seenLow, long nowNanos) {
        int seen = Wire.unwrap(seenLow, shownTick);
        if (seen <= shownTick && seen > seenTick) {
            seenTick = seen;
            trip.seen(seen, nowNanos);
            if (backlog.answered(nowTick, seen)) {
                pace.queued();
            }
        }
        backlog.spoke(nowTick);
    }

    /** Whether it is shown nothing now, until it has seen what waits on its way. */
    boolean drains() {
        return backlog.drains(nowTick, seenTick, shownTick);
    }

    /** The newest snapshot leaves now. */
    void leaves(long nowNanos) {
        trip.shown(shownTick, nowNanos);
    }

    /** How long its line takes there and back, as far as its acknowledgements tell; or 0. */
    int tripMillis() {
        return trip.millis();
    }

    /** How many frames ago it was shown the world; and from here on that it is this one. */
    int stepTo(int frameNumber) {
        int step = frameNumber - shownFrame;
        shownFrame = frameNumber;
        return step;
    }

    void show(byte[] world, int length) {
        count(length);
        line.show(world, length);
    }

    private void count(int length) {
        frames++;
        bytes += length;
    }

    /**
     * Whether a second of its own has passed, the first with its first frame: what all are told
     * once a second would make that second's frame late for many if it were told all at once.
     */
    boolean turns(int frameNumber, int framesPerSecond) {
        if (firstFrame < 0) {
            firstFrame = frameNumber;
        }
        if ((frameNumber - firstFrame) % framesPerSecond != 0) {
            return false;
        }
        bytesPerSecond = (int) (bytes - bytesAtSecond);
        bytesAtSecond = bytes;
        return true;
    }

    /** What its line carried so far. */
    Guest.Line carried() {
        return new Guest.Line(
                tongue().word(), bytes, bytesPerSecond, frames, skipped, pace.period());
    }

    /** Says what must not be lost: in order, whatever happens to snapshots. */
    void say(ServerMessage message) {
        line.say(new Utterance(message));
    }

    void say(Utterance utterance) {
        line.say(utterance);
    }

    void refuse(Refusal reason) {
        line.refuse(reason);
    }

    void refuse(Refused refused) {
        line.refuse(refused);
    }

    Tongue tongue() {
        return line.tongue();
    }
}
