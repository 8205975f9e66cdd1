package dev.apsis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

class CalmTest {
    private final List<String> said = new ArrayList<>();

    /** A host that takes so many percent of the machine's time during one try after another. */
    private Calm calm(double... percents) {
        List<Shares> clock = new ArrayList<>();
        for (double percent : percents) {
            clock.add(new Shares(0, 0));
            clock.add(new Shares(1000, Math.round(percent * 10)));
        }
        return new Calm(3, () -> Optional.of(clock.removeFirst()), said::add);
    }

    @Test
    void aQuietTryIsTheOnlyOne() throws IOException {
        Calm calm = calm(0.9, 0);
        assertEquals("try 1", calm.measure(number -> "try " + number));
        assertEquals(OptionalDouble.of(0.9), calm.worst());
        assertEquals(List.of(), said);
    }

    @Test
    void aTryThatOthersDisturbedIsMadeAgainUntilOneIsQuiet() throws IOException {
        assertEquals("try 2", calm(40, 0.1, 0).measure(number -> "try " + number));
        assertEquals(
                List.of("others on the host took 40.0 % of the machine's time: once more"), said);
    }

    @Test
    void amongNoisyTriesTheQuietestCountsNotTheLast() throws IOException {
        Calm calm = calm(5, 3, 9);
        assertEquals("try 2", calm.measure(number -> "try " + number));
        assertEquals(OptionalDouble.of(3), calm.worst());
    }

    @Test
    void theWorstOfAllThatCountIsTold() throws IOException {
        Calm calm = calm(0.5, 0.8, 0.2);
        for (int i = 0; i < 3; i++) {
            calm.measure(number -> "try " + number);
        }
        assertEquals(OptionalDouble.of(0.8), calm.worst());
    }

    @Test
    void whereNobodyKnowsTheFirstTryCountsAndNothingIsTold() throws IOException {
        Calm calm = new Calm(3, Optional::empty, said::add);
        assertEquals("try 1", calm.measure(number -> "try " + number));
        assertEquals(OptionalDouble.empty(), calm.worst());
    }
}
