package dev.apsis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

class CalmTest {
    private final List<String> said = new ArrayList<>();
    private int looks;

    /** A host that takes so many percent of the machine's time during one try or look. */
    private Calm calm(double... percents) {
        List<Shares> clock = new ArrayList<>();
        for (double percent : percents) {
            clock.add(new Shares(0, 0));
            clock.add(new Shares(1000, Math.round(percent * 10)));
        }
        return new Calm(3, () -> Optional.of(clock.removeFirst()), () -> looks++, said::add);
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
        assertEquals("try 2", calm(40, 0, 0.1).measure(number -> "try " + number));
        assertEquals(
                List.of("others on the host took 40.0 % of the machine's time: once more"), said);
    }

    @Test
    void amongNoisyTriesTheQuietestCountsNotTheLast() throws IOException {
        Calm calm = calm(5, 0, 3, 0, 9);
        assertEquals("try 2", calm.measure(number -> "try " + number));
        assertEquals(OptionalDouble.of(3), calm.worst());
    }

    @Test
    void afterADisturbedTryItWaitsUntilTheHostIsQuiet() throws IOException {
        assertEquals("try 2", calm(40, 50, 20, 0.5, 0).measure(number -> "try " + number));
        assertEquals(3, looks);
    }

    @Test
    void forAHostThatIsNeverQuietItDoesNotWaitForEver() throws IOException {
        double[] percents = new double[1 + Calm.LOOKS + 1 + Calm.LOOKS + 1];
        Arrays.fill(percents, 30);
        assertEquals("try 1", calm(percents).measure(number -> "try " + number));
        assertEquals(2 * Calm.LOOKS, looks);
    }

    @Test
    void whatFailedWhileOthersDisturbedItIsMadeAgain() throws IOException {
        Calm calm = calm(20, 0, 0.4);
        assertEquals("try 2", new Failing(1, calm).measure());
    }

    @Test
    void oneThatWorkedCountsHoweverQuietTheOneWasThatFailed() throws IOException {
        Calm calm = calm(40, 0, 20, 0, 30);
        assertEquals("try 3", new Failing(2, calm).measure());
    }

    @Test
    void whatFailsOnAQuietHostFails() {
        var failing = new Failing(1, calm(0.2));
        assertEquals("try 1", assertThrows(IOException.class, failing::measure).getMessage());
    }

    @Test
    void whatFailsEachTimeFailsAsItDidFirst() {
        var failing = new Failing(3, calm(40, 0, 40, 0, 40));
        assertEquals("try 1", assertThrows(IOException.class, failing::measure).getMessage());
    }

    /** Something that fails so often before it works. */
    private record Failing(int times, Calm calm) {
        String measure() throws IOException {
            return calm.measure(
                    number -> {
                        if (number <= times) {
                            throw new IOException("try " + number);
                        }
                        return "try " + number;
                    });
        }
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
        Calm calm = new Calm(3, Optional::empty, () -> looks++, said::add);
        assertEquals("try 1", calm.measure(number -> "try " + number));
        assertEquals(OptionalDouble.empty(), calm.worst());
    }
}
