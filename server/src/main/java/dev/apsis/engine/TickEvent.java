package dev.apsis.engine;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/**
 * One tick of one room, for the JDK's flight recorder. Where nobody records the JIT takes it away.
 */
@Name(TickEvent.NAME)
@Label("Tick")
@Category("Apsis")
@Description("One tick of one room, and where its time went")
@StackTrace(false)
public final class TickEvent extends Event {
    public static final String NAME = "dev.apsis.Tick";

    @Label("Room")
    String room = "";

    @Label("Tick")
    int tick;

    @Label("Late")
    @Description("How long after its deadline it began")
    @Timespan
    long lateNanos;

    @Label("Commands")
    @Timespan
    long commandsNanos;

    @Label("Step")
    @Timespan
    long stepNanos;

    @Label("Capture")
    @Timespan
    long captureNanos;

    @Label("Tell")
    @Timespan
    long tellNanos;

    @Label("Upkeep")
    @Timespan
    long upkeepNanos;

    /** The tick is over: writes it down, if somebody records. */
    void commit(String ofRoom, long late, Lapse lapse) {
        end();
        if (shouldCommit()) {
            room = ofRoom;
            tick = lapse.tick();
            lateNanos = late;
            commandsNanos = lapse.lastNanos(TickPhase.COMMANDS);
            stepNanos = lapse.lastNanos(TickPhase.STEP);
            captureNanos = lapse.lastNanos(TickPhase.CAPTURE);
            tellNanos = lapse.lastNanos(TickPhase.TELL);
            upkeepNanos = lapse.lastNanos(TickPhase.UPKEEP);
            commit();
        }
    }
}
