package dev.apsis.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Future;
import io.vertx.core.Promise;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** Who is looked at when; a look ends when its promise is kept. */
class LooksTest {
    private final Looks looks = new Looks();
    private final List<Promise<Integer>> begun = new ArrayList<>();

    private Future<Integer> take(String source) {
        return looks.take(
                source,
                () -> {
                    Promise<Integer> look = Promise.promise();
                    begun.add(look);
                    return look.future();
                });
    }

    private static int status(Future<?> denied) {
        return denied.cause() instanceof Denied why ? why.status() : 0;
    }

    @Test
    void theServersOfOneSourceAreLookedAtOneAfterTheOther() {
        Future<Integer> first = take("x");
        Future<Integer> second = take("x");
        Future<Integer> third = take("x");
        assertEquals(1, begun.size());
        begun.getFirst().fail("it was not there");
        assertTrue(first.failed());
        assertEquals(2, begun.size());
        begun.get(1).complete(7);
        assertEquals(7, second.result());
        assertEquals(3, begun.size());
        assertFalse(third.isComplete());
    }

    @Test
    void anotherSourceDoesNotWait() {
        var unused = List.of(take("x"), take("y"));
        assertEquals(2, begun.size());
    }

    @Test
    void aSourceThatHasEnoughWaitingIsSentAwayUntilOneIsDone() {
        for (int i = 0; i < Looks.MAX_PER_SOURCE; i++) {
            assertFalse(take("x").failed());
        }
        assertEquals(429, status(take("x")));
        begun.getFirst().complete(1);
        assertFalse(take("x").failed());
    }

    @Test
    void tooManySourcesAreSentAwayUntilOneIsDone() {
        for (int i = 0; i < Looks.MAX_SOURCES; i++) {
            assertFalse(take("source " + i).failed());
        }
        assertEquals(503, status(take("one more")));
        assertFalse(take("source 0").failed(), "whose turn comes after its own");
        begun.get(1).complete(1);
        assertFalse(take("one more").failed());
    }
}
