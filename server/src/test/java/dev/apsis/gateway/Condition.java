package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.link.Figures;
import dev.apsis.link.Samples;
import dev.apsis.link.Weather;
import dev.apsis.protocol.orbit.Rules;

import java.util.Locale;

/**
 * A weather, and what may be measured in it: lateness in percent, corrections and errors in units,
 * ages in milliseconds.
 */
record Condition(String name, Weather weather, double late, Own own, Remote remote, Age age) {
    /** How far a pilot's own ship may be corrected without contact. */
    record Own(double p99, double p999, double perHalfSecondP99) {
        static Own ofModel(double p99, double p999, double perHalfSecondP99) {
            return new Own(p99 * STRONGER, p999 * STRONGER, perHalfSecondP99 * STRONGER);
        }
    }

    /** How far others may be from where they are drawn. */
    record Remote(double mean, double p95, double p99) {
        static Remote ofModel(double mean, double p95, double p99) {
            return new Remote(mean * STRONGER, p95 * STRONGER, p99 * STRONGER);
        }
    }

    /** How much older than half a round trip what is drawn may be. */
    record Age(double p95, double p99) {}

    static final double ANY = Double.POSITIVE_INFINITY;
    static final Own PERFECT = new Own(0, 0, 0);
    static final Remote ANY_REMOTE = new Remote(ANY, ANY, ANY);
    static final Age ANY_AGE = new Age(ANY, ANY);

    /**
     * The bars are those of a model with a thrust of 240 units per second squared, and errors grow
     * with acceleration: for this game's engines they are wider by so much.
     */
    private static final double STRONGER = Rules.THRUST / 240;

    void check(Fleet fleet) {
        Figures seen = fleet.figures();
        assertTrue(seen.corrections.count() > 5000, "little was measured: " + seen.corrections);
        assertTrue(seen.remoteErrors.count() > 20_000, "little was measured");
        assertEquals(0, fleet.desyncs(), "desyncs");
        atMost(late, fleet.server.room.latePercent(), "late commands, %");
        atMost(own.p99, seen.corrections.at(99), "own correction p99");
        atMost(own.p999, seen.corrections.at(99.9), "own correction p99.9");
        atMost(
                own.perHalfSecondP99,
                seen.correctionsPerHalfSecond.at(99),
                "own correction in half a second, p99");
        atMost(remote.mean, seen.remoteErrors.mean(), "others' mean error");
        atMost(remote.p95, seen.remoteErrors.at(95), "others' error p95");
        atMost(remote.p99, seen.remoteErrors.at(99), "others' error p99");
        atMost(age.p95, seen.excessAgeMillis.at(95), "excess age p95");
        atMost(age.p99, seen.excessAgeMillis.at(99), "excess age p99");
    }

    private void atMost(double bar, double measured, String what) {
        assertTrue(measured <= bar, name + ": " + what + " is " + measured + ", may be " + bar);
    }

    /** A line of the table in docs/NETWORK.md. */
    String row(Fleet fleet) {
        Figures seen = fleet.figures();
        Samples own = seen.corrections;
        Samples others = seen.remoteErrors;
        Samples age = seen.excessAgeMillis;
        return String.format(
                Locale.ROOT,
                "| %s | %.2f | %.2f / %.2f | %.1f | %.2f / %.1f / %.1f | %.0f / %.0f |",
                name,
                fleet.server.room.latePercent(),
                own.at(99),
                own.at(99.9),
                seen.correctionsPerHalfSecond.at(99),
                others.mean(),
                others.at(95),
                others.at(99),
                age.at(95),
                age.at(99));
    }

    @Override
    public String toString() {
        return name;
    }
}
