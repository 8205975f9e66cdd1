package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** How many are served before those whose turn it is next. */
class BriefTurnTest {
    private static final int AT_ONCE = 4;

    private final Waiting waiting = new Waiting();
    private final BriefTurn turn = new BriefTurn(waiting, AT_ONCE);
    private final Loop loop = new Loop();

    @Test
    void whoSaysLittleIsServedInOneTurnHoweverManyTheyAre() {
        waiting.count = 99;
        waiting.nanosEach = 1;
        assertEquals(99, turn.run(loop));
        assertEquals(25, waiting.asked.size());
    }

    @Test
    void whoCostsMuchKeepsNobodyWaitingButAFewOfThem() {
        waiting.count = 99;
        waiting.nanosEach = BriefTurn.NANOS / AT_ONCE;
        assertEquals(AT_ONCE, turn.run(loop));
        assertEquals(AT_ONCE, turn.run(loop), "every turn has its own time");
    }

    @Test
    void aTurnEndsWhenItsTimeIsOver() {
        waiting.count = 99;
        waiting.nanosEach = BriefTurn.NANOS / 9;
        assertEquals(3 * AT_ONCE, turn.run(loop));
    }

    @Test
    void itWaitsForTheFirstOnesAndForNobodyThen() {
        waiting.count = AT_ONCE + 1;
        assertEquals(AT_ONCE + 1, turn.run(loop));
        assertEquals(List.of(true, false), waiting.asked);
        waiting.asked.clear();
        assertEquals(0, turn.run(loop));
        assertEquals(List.of(true), waiting.asked);
    }

    @Test
    void aLoopThatHasOtherThingsToDoNeverWaits() {
        loop.busy = true;
        assertEquals(0, turn.run(loop));
        assertEquals(List.of(false), waiting.asked);
    }

    @Test
    void aLoopThatCountsItsTimeIsToldAllOfIt() {
        waiting.count = 6;
        waiting.nanosEach = 10;
        turn.run(loop);
        assertEquals(0, loop.toldNanos);
        loop.counts = true;
        waiting.count = 6;
        turn.run(loop);
        assertEquals(60, loop.toldNanos);
    }

    /** Sockets that wait, each of which takes the same time. */
    private static final class Waiting implements IoHandler {
        final List<Boolean> asked = new ArrayList<>();
        int count;
        long nanosEach;

        @Override
        public int run(IoHandlerContext context) {
            asked.add(context.canBlock());
            int served = Math.min(AT_ONCE, count);
            count -= served;
            assertTrue(context.shouldReportActiveIoTime());
            context.reportActiveIoTime(served * nanosEach);
            return served;
        }

        @Override
        public IoRegistration register(IoHandle handle) {
            throw new IllegalStateException("nobody registers here");
        }

        @Override
        public void wakeup() {}

        @Override
        public boolean isCompatible(Class<? extends IoHandle> handle) {
            return true;
        }
    }

    /** A loop with nothing due. */
    private static final class Loop implements IoHandlerContext {
        boolean busy;
        boolean counts;
        long toldNanos;

        @Override
        public boolean canBlock() {
            return !busy;
        }

        @Override
        public long delayNanos(long nowNanos) {
            return Long.MAX_VALUE;
        }

        @Override
        public long deadlineNanos() {
            return -1;
        }

        @Override
        public boolean shouldReportActiveIoTime() {
            return counts;
        }

        @Override
        public void reportActiveIoTime(long nanos) {
            toldNanos += nanos;
        }
    }
}
