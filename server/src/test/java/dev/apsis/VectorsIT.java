package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The compiled protocol in a real browser against the golden vectors. */
class VectorsIT {
    private static final double MOST_MICROS_PER_SNAPSHOT = 100;

    private static final String CHECK =
            """
            async (name) => {
              const shared = await import('/client-web/target/teavm/shared.js');
              const checks = await import('/client-web/src/test/web/vectors.mjs');
              const file = { fuzz: 'snapshots', microsPerSnapshot: 'snapshots' }[name] ?? name;
              const vectors = await (await fetch('/docs/vectors/' + file + '.json')).json();
              return checks[name](shared, vectors, 1000);
            }
            """;

    private static TreeSite site;

    @BeforeAll
    static void open() {
        site = TreeSite.open();
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"motion", "messages", "snapshots", "fuzz"})
    void aBrowserAgreesToTheBit(String vectors) {
        assertEquals("", site.evaluate(CHECK, vectors));
    }

    /** Far above what it takes, so that a busy machine fails nobody; the figure is kept. */
    @Test
    void aSnapshotIsReadInNoTime() throws IOException {
        double micros = ((Number) site.evaluate(CHECK, "microsPerSnapshot")).doubleValue();
        Files.writeString(Path.of("target", "decode.txt"), micros + " us a snapshot\n");
        assertTrue(micros < MOST_MICROS_PER_SNAPSHOT, micros + " us");
    }
}
