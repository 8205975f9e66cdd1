package dev.apsis.duel;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Where pilots fight: reads bills, plays them one after the other, writes outcomes. Owned by the
 * main thread of a process of its own, for there is no other way to stop a pilot that does not stop
 * by itself.
 *
 * <pre>
 * in  = bill*
 * out = outcome*
 * </pre>
 *
 * <p>After the outcome of a pilot that was given up nothing follows: its thread goes on for ever,
 * and the process has to end.
 */
public final class Ring {
    private final List<Contender> contenders;
    private final Watch watch;
    private final DataInputStream in;
    private final DataOutputStream out;
    private volatile @Nullable Fight fight;

    public Ring(Ropes ropes, List<Contender> contenders, DataInputStream in, DataOutputStream out)
            throws IOException {
        this.contenders = contenders;
        this.in = in;
        this.out = out;
        this.watch = new Watch(ropes.allowance(), ropes.nanos(), new Ledger(ropes.ledger()));
        var referee =
                new Referee(
                        watch, ropes.allowance(), ropes.nanos(), foul -> giveUp(foul, ropes.end()));
        Thread.ofPlatform().daemon().name("referee").start(referee);
    }

    /** What a ring is held by: the pilots' allowance, a clock, its ledger, and how it ends. */
    public record Ropes(Allowance allowance, LongSupplier nanos, Path ledger, Runnable end) {}

    /** Plays until no further bill comes. */
    public void run() throws IOException {
        while (true) {
            Bill bill;
            try {
                bill = Bill.read(in);
            } catch (EOFException done) {
                return;
            }
            watch.reset();
            write(play(bill));
        }
    }

    private Outcome play(Bill bill) {
        var next = new Fight(bill);
        fight = next;
        try {
            boolean redFirst = bill.seat(Side.RED) == 0;
            enter(next, bill, redFirst ? Side.RED : Side.BLUE);
            enter(next, bill, redFirst ? Side.BLUE : Side.RED);
            return next.play();
        } catch (Foul foul) {
            return next.outcome(foul);
        }
    }

    private void enter(Fight next, Bill bill, Side side) {
        Contender contender = contenders.get(bill.contender(side));
        next.enter(side, contender.name(), new GuardedPilot(side, watch, contender::make));
    }

    /** Called by the referee; the thread that plays stands still meanwhile, or is of no account. */
    private void giveUp(Foul foul, Runnable end) {
        Fight lost = fight;
        try {
            if (lost != null) {
                write(lost.outcome(foul));
            }
        } finally {
            end.run();
        }
    }

    private void write(Outcome outcome) {
        try {
            outcome.write(out);
            out.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("nobody hears of the outcome", gone);
        }
    }
}
