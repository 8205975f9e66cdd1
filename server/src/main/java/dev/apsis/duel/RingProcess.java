package dev.apsis.duel;

import org.jspecify.annotations.Nullable;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A {@link Ring} in a process of its own, and another one whenever a pilot has brought it down.
 * Owned by whoever has rounds fought; to be closed.
 *
 * <p>If a ring dies the round is fought again in a fresh one, for the fault may lie in rounds
 * before: a pilot that leaks leaves no memory for its opponent. Who is being asked when a fresh
 * ring dies has lost.
 */
public final class RingProcess implements Fights, AutoCloseable {
    private static final int PATIENCE_SECONDS = 5;

    private final List<String> command;
    private final Path ledger;
    private @Nullable Process process;
    private @Nullable DataInputStream in;
    private @Nullable DataOutputStream out;
    private boolean fresh;

    /** By a command that runs a ring; the ledger's path and the contenders are its last words. */
    public RingProcess(List<String> program, List<Contender> contenders) {
        try {
            ledger = Files.createTempFile("apsis-duel", ".ledger");
            Files.write(ledger, new byte[1]);
        } catch (IOException full) {
            throw new UncheckedIOException("no room for a temporary file", full);
        }
        command = new ArrayList<>(program);
        command.add(ledger.toString());
        contenders.forEach(contender -> command.add(contender.source()));
    }

    @Override
    public Outcome fight(Bill bill) {
        Outcome outcome = attempt(bill);
        if (outcome == null) {
            outcome = attempt(bill);
        }
        if (outcome == null) {
            throw new IllegalStateException(
                    "two rings died in " + bill + " and no pilot was asked");
        }
        return outcome;
    }

    /** The outcome; null if the ring died of what happened before, or of nobody's doing. */
    private @Nullable Outcome attempt(Bill bill) {
        boolean first = ready();
        try {
            if (out == null || in == null) {
                throw new IllegalStateException("it was made ready");
            }
            bill.write(out);
            out.flush();
            Outcome outcome = Outcome.read(in);
            fresh = false;
            return outcome;
        } catch (IOException died) {
            return verdict(first);
        }
    }

    private @Nullable Outcome verdict(boolean first) {
        int exitCode = end();
        try {
            Side asked = Ledger.read(ledger);
            return first && asked != null ? Outcome.forfeit(asked, Fault.deadly(exitCode)) : null;
        } catch (IOException lost) {
            throw new UncheckedIOException("the ledger is gone", lost);
        }
    }

    /** Makes sure that there is a ring; whether it is one that has not seen a round. */
    private boolean ready() {
        if (process == null || !process.isAlive()) {
            try {
                end();
                Files.write(ledger, new byte[1]);
                process =
                        new ProcessBuilder(command)
                                .redirectError(ProcessBuilder.Redirect.INHERIT)
                                .start();
                in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
                out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
                fresh = true;
            } catch (IOException refused) {
                throw new UncheckedIOException("can't start " + command.getFirst(), refused);
            }
        }
        return fresh;
    }

    /** Lets the ring end, if there is one, or makes it; the code it ended with. */
    private int end() {
        Process ending = process;
        process = null;
        if (ending == null) {
            return 0;
        }
        try {
            hangUp(ending);
            if (!ending.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                ending.destroyForcibly();
            }
            return ending.waitFor();
        } catch (InterruptedException hurry) {
            ending.destroyForcibly();
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** No further bill comes; a ring that is dead already need not hear it. */
    private static void hangUp(Process ending) {
        try {
            ending.getOutputStream().close();
        } catch (IOException dead) {
            ending.destroyForcibly();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Files.deleteIfExists(ledger);
        } catch (IOException stays) {
            throw new UncheckedIOException("the ledger can't be removed", stays);
        }
    }
}
