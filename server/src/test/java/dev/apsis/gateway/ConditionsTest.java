package dev.apsis.gateway;

import static dev.apsis.gateway.Condition.ANY;
import static dev.apsis.gateway.Condition.ANY_AGE;
import static dev.apsis.gateway.Condition.ANY_REMOTE;
import static dev.apsis.gateway.Condition.PERFECT;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.gateway.Condition.Age;
import dev.apsis.gateway.Condition.Own;
import dev.apsis.gateway.Condition.Remote;
import dev.apsis.link.Weather;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What players get on bad networks: eight pilots with keyboards, a real room and real connections,
 * TCP in virtual time. The figures are the same on every machine; docs/NETWORK.md lists them, and
 * they are written to target/network.txt.
 */
class ConditionsTest {
    private static final int SECONDS = 240;

    /** Of 30 a second, however much is lost: nobody is taken for one whose line carries less. */
    private static final int LEAST_SNAPSHOTS = SECONDS * 30 * 98 / 100;

    private static final Weather USUAL = Weather.of(150);
    private static final Map<Integer, String> ROWS = new TreeMap<>();

    static List<Condition> conditions() {
        return List.of(
                new Condition(
                        "RTT 50",
                        Weather.of(50),
                        0.2,
                        PERFECT,
                        Remote.ofModel(0.5, ANY, 3),
                        ANY_AGE),
                new Condition(
                        "RTT 50, jitter 30",
                        Weather.of(50).jitter(30),
                        0.2,
                        PERFECT,
                        ANY_REMOTE,
                        ANY_AGE),
                new Condition(
                        "RTT 150, jitter 30",
                        USUAL.jitter(30),
                        0.5,
                        PERFECT,
                        Remote.ofModel(2, 7, 10),
                        ANY_AGE),
                new Condition(
                        "RTT 300",
                        Weather.of(300),
                        0.5,
                        PERFECT,
                        Remote.ofModel(6, 20, ANY),
                        ANY_AGE),
                new Condition(
                        "RTT 50, 2 % loss",
                        Weather.of(50).loss(2),
                        5,
                        Own.ofModel(0.1, 1.3, 1.7),
                        ANY_REMOTE,
                        new Age(67, 133)),
                new Condition(
                        "RTT 150, 0.5 % loss",
                        USUAL.loss(0.5),
                        3.5,
                        Own.ofModel(0.5, 2.1, 8),
                        ANY_REMOTE,
                        new Age(58, 217)),
                new Condition(
                        "RTT 150, 2 % loss",
                        USUAL.loss(2), 15, Own.ofModel(3, ANY, 15), ANY_REMOTE, new Age(250, 350)),
                new Condition(
                        "RTT 300, 2 % loss",
                        Weather.of(300).loss(2),
                        22,
                        Own.ofModel(6, ANY, ANY),
                        ANY_REMOTE,
                        new Age(383, 470)));
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void playersGetWhatTheConditionAllows(Condition condition) {
        Fleet fleet = Fleet.of(Fleet.SEATS, condition.weather());
        fleet.measureAfter(10);
        fleet.agenda.run(SECONDS);
        ROWS.put(conditions().indexOf(condition), condition.row(fleet));
        condition.check(fleet);
        for (int i = 0; i < Fleet.SEATS; i++) {
            int snapshots = fleet.line(i).snapshots();
            assertTrue(snapshots >= LEAST_SNAPSHOTS, "pilot " + i + " saw " + snapshots);
        }
    }

    @AfterAll
    static void writeDown() throws IOException {
        Files.write(Path.of("target", "network.txt"), ROWS.values());
    }
}
