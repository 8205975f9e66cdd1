package dev.apsis.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.app.RingMain;
import dev.apsis.duel.pilots.Chaser;
import dev.apsis.duel.pilots.Glutton;
import dev.apsis.duel.pilots.Hog;
import dev.apsis.duel.pilots.Leaker;
import dev.apsis.duel.pilots.Leaver;
import dev.apsis.duel.pilots.Looper;
import dev.apsis.duel.pilots.Sleeper;
import dev.apsis.duel.pilots.Stillborn;
import dev.apsis.duel.pilots.Thrower;
import dev.apsis.protocol.bot.Pilot;

import org.junit.jupiter.api.Test;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Whatever a pilot does, its opponent wins and the next round is fought: over a real process. */
class RingTest {
    private static final int SECONDS = 5;

    @Test
    void whoeverMisbehavesLosesAndHarmsNobodyElse() {
        assertFoul("threw java.lang.IllegalStateException: out of ideas", Thrower.class);
        assertFoul("no licence", Stillborn.class);
        assertFoul("did not answer within 1 s", Looper.class);
        assertFoul("MiB for one decision, allowed are 64", Hog.class);
        assertFoul("asked for more memory than there is", Glutton.class);
        assertFoul("ended the process it flew in (exit code 7)", Leaver.class);
    }

    @Test
    void aFoulNamesThePlaceInThePilotsCode() {
        Outcome outcome = rounds(Thrower.class, 1).getFirst();
        String how = Objects.requireNonNull(outcome.foul()).how();
        assertTrue(how.contains("(at " + Thrower.class.getName() + ".fly, line "), how);
    }

    @Test
    void whoLeaksOverRoundsIsGivenAFreshRingAndNobodyIsBlamed() {
        List<Outcome> outcomes = rounds(Leaker.class, 14);
        outcomes.forEach(outcome -> assertNull(outcome.foul()));
    }

    @Test
    void aRingPlaysWhatAFightHerePlays() {
        var here = new Fight(bill(0));
        here.enter(Side.RED, "Chaser", new Chaser());
        here.enter(Side.BLUE, "Sleeper", new Sleeper());
        assertEquals(here.play(), rounds(Chaser.class, 1).getFirst());
    }

    private static void assertFoul(String part, Class<? extends Pilot> type) {
        try (var ring = ring(List.of(type, Sleeper.class, Chaser.class))) {
            Outcome lost = ring.fight(bill(0));
            String how = Objects.requireNonNull(lost.foul(), type.getName()).how();
            assertTrue(how.contains(part), how);
            assertEquals(Side.BLUE, lost.winner());
            Outcome next = ring.fight(new Bill(2, 1, 1, false, SECONDS * 60));
            assertNull(next.foul());
            assertNotEquals(0, next.hash());
        }
    }

    private static List<Outcome> rounds(Class<? extends Pilot> red, int count) {
        List<Outcome> outcomes = new ArrayList<>();
        try (var ring = ring(List.of(red, Sleeper.class))) {
            for (int i = 0; i < count; i++) {
                outcomes.add(ring.fight(bill(i)));
            }
        }
        return outcomes;
    }

    private static Bill bill(int seed) {
        return new Bill(0, 1, seed, false, SECONDS * 60);
    }

    private static RingProcess ring(List<Class<? extends Pilot>> types) {
        List<Contender> contenders = new ArrayList<>();
        var scout = new Scout(List.of());
        for (Class<? extends Pilot> type : types) {
            contenders.add(scout.find(place(type) + ":" + type.getName()));
        }
        return new RingProcess(RingMain.program(), contenders);
    }

    private static Path place(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }
}
