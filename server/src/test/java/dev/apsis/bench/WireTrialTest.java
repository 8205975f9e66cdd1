package dev.apsis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class WireTrialTest {
    private final List<String> said = new ArrayList<>();

    /** The one trial that needs neither a server nor time. */
    @Test
    void theWireIsMeasuredWithoutAServer() throws IOException {
        try (var course = new Course(true, List.of(), System::nanoTime, said::add)) {
            Trials.run(Set.of("wire"), course);

            Set<String> keys =
                    course.figures().stream().map(Figure::key).collect(Collectors.toSet());
            assertTrue(
                    keys.containsAll(
                            Set.of(
                                    "full_bytes",
                                    "delta_bytes",
                                    "our_bytes",
                                    "encode_ns",
                                    "splice_ns",
                                    "read_ns")),
                    keys::toString);
            assertTrue(value(course, "our_bytes") < value(course, "delta_bytes"));
            assertTrue(value(course, "delta_bytes") < value(course, "full_bytes"));
            assertFalse(said.isEmpty(), "it says what goes on");
        }
    }

    @Test
    void theSameSeedIsTheSameMatch() {
        assertEquals(rows(5), rows(5));
        assertFalse(rows(5).equals(rows(6)));
    }

    @Test
    void whatDoesNotChangeCostsAPlainDeltaOnlyItsNumber() {
        var match = new Headless(10, 3);
        match.frame();
        Frame frame = match.now();
        var sight = new Sight();
        int[] ids = frame.table(OrbitSchema.SHIP).ids();
        for (int slot = 0; slot < ids.length; slot++) {
            if (ids[slot] != 0) {
                sight.add(OrbitSchema.SHIP, slot);
            }
        }

        int bits = 10 + 12 * sight.count();
        assertEquals(5 + Math.ceilDiv(bits, 8), PlainDelta.deltaBytes(frame, frame, sight));
        int full = PlainDelta.fullBytes(frame, sight);
        int fromNothing = PlainDelta.deltaBytes(Frame.empty(0), frame, sight);
        assertTrue(full <= fromNothing && fromNothing <= full + sight.count(), "told in full");
    }

    private static double value(Course course, String key) {
        return course.figures().stream()
                .filter(figure -> figure.key().equals(key))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<Integer> rows(long seed) {
        var match = new Headless(10, seed);
        for (int i = 0; i < 60; i++) {
            match.frame();
        }
        return Arrays.stream(match.now().table(OrbitSchema.SHIP).rows()).boxed().toList();
    }
}
