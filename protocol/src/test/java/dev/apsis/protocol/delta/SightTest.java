package dev.apsis.protocol.delta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

class SightTest {
    private final Sight sight = new Sight();

    @Test
    void whatIsSeenTwiceIsThereOnceWhereItWasSeenFirst() {
        sight.add(1, 5);
        sight.add(0, 5);
        sight.add(1, 5);
        assertEquals(List.of("1:5", "0:5"), List.copyOf(all()));
        assertEquals(2, sight.count());
    }

    @Test
    void aNewLookKnowsNothingOfTheOneBefore() {
        sight.add(0, 3);
        sight.clear();
        assertEquals(0, sight.count());
        assertFalse(sight.sees(0, 3));
    }

    @Test
    void nothingIsSeenBeforeAnythingWas() {
        assertFalse(sight.sees(0, 0));
        assertFalse(sight.sees(2, 70_000));
    }

    @Test
    void itHoldsWhateverManySeedsShowIt() {
        var random = new SplittableRandom(3);
        for (int look = 0; look < 200; look++) {
            sight.clear();
            Set<String> expected = new LinkedHashSet<>();
            for (int i = random.nextInt(1500); i > 0; i--) {
                int type = random.nextInt(3);
                int slot = random.nextInt(1 << random.nextInt(1, 12));
                sight.add(type, slot);
                assertTrue(sight.sees(type, slot));
                expected.add(type + ":" + slot);
            }
            assertEquals(expected, all());
            assertEquals(expected.size(), sight.count());
        }
    }

    private Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        for (int i = 0; i < sight.count(); i++) {
            all.add(sight.type(i) + ":" + sight.slot(i));
        }
        return all;
    }
}
