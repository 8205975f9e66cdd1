package dev.apsis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

class SharesTest {
    private static Shares read(String line) {
        return Shares.read(line).orElseThrow();
    }

    @Test
    void theEighthTimeIsStolenAndGuestsAreCountedAlready() {
        Shares shares = read("cpu  100 1 20 300 40 0 5 34 7 8");
        assertEquals(new Shares(500, 34), shares);
    }

    @Test
    void whatWasStolenMeanwhileIsAPartOfWhatPassed() {
        Shares before = read("cpu  100 0 0 100 0 0 0 100 0 0");
        Shares after = read("cpu  120 0 0 150 0 0 0 130 0 0");
        assertEquals(30.0, after.stolenSince(before));
        assertEquals(0.0, after.stolenSince(after));
    }

    @Test
    void anotherSystemsWordsAreNotGuessedAt() {
        assertEquals(Optional.empty(), Shares.read("cpu  1 2 3"));
        assertEquals(Optional.empty(), Shares.read(""));
    }
}
