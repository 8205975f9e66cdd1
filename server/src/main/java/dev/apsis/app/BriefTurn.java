package dev.apsis.app;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoRegistration;

/**
 * An event loop's way to its sockets that hands out a few at a time: asks for more of those that
 * wait as long as it has taken hardly any time. So a turn serves many who say little, but not many
 * who cost much. Owned by its loop.
 */
final class BriefTurn implements IoHandler {
    /** A turn serves on while it is younger; so nothing that is due waits much longer. */
    static final long NANOS = 200_000;

    private final IoHandler sockets;
    private final int atOnce;

    /** Of handed out sockets there are {@code atOnce} if more wait, and never more. */
    BriefTurn(IoHandler sockets, int atOnce) {
        this.sockets = sockets;
        this.atOnce = atOnce;
    }

    @Override
    public int run(IoHandlerContext loop) {
        var turn = new Turn(loop);
        int served = sockets.run(turn);
        int more = served;
        turn.waits = false;
        while (more >= atOnce && turn.activeNanos < NANOS) {
            more = sockets.run(turn);
            served += more;
        }
        return served;
    }

    @Override
    public void initialize() {
        sockets.initialize();
    }

    @Override
    public void prepareToDestroy() {
        sockets.prepareToDestroy();
    }

    @Override
    public void destroy() {
        sockets.destroy();
    }

    @Override
    public IoRegistration register(IoHandle handle) throws Exception {
        return sockets.register(handle);
    }

    @Override
    public void wakeup() {
        sockets.wakeup();
    }

    @Override
    public boolean isCompatible(Class<? extends IoHandle> handle) {
        return sockets.isCompatible(handle);
    }

    /** What its sockets are to know of a loop's turn, and how much time they say that they took. */
    private static final class Turn implements IoHandlerContext {
        private final IoHandlerContext loop;
        private boolean waits = true;
        private long activeNanos;

        Turn(IoHandlerContext loop) {
            this.loop = loop;
        }

        @Override
        public boolean canBlock() {
            return waits && loop.canBlock();
        }

        @Override
        public long delayNanos(long nowNanos) {
            return loop.delayNanos(nowNanos);
        }

        @Override
        public long deadlineNanos() {
            return loop.deadlineNanos();
        }

        @Override
        public boolean shouldReportActiveIoTime() {
            return true;
        }

        @Override
        public void reportActiveIoTime(long nanos) {
            activeNanos += nanos;
            if (loop.shouldReportActiveIoTime()) {
                loop.reportActiveIoTime(nanos);
            }
        }
    }
}
