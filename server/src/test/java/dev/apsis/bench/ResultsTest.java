package dev.apsis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;

class ResultsTest {
    private static final Machine MACHINE = new Machine("a processor", 2, "a system", "a Java", 0.5);

    private static Results of(Figure... figures) {
        var day = LocalDate.of(2026, 1, 2);
        return new Results("1.2.3", day, false, MACHINE, List.of(figures));
    }

    @Test
    void figuresAreFoundByTrialAndKey() {
        var json = of(new Figure("arena", "held", "clients held", 700, "clients")).json();

        assertEquals("1.2.3", json.getString("version"));
        assertEquals("2026-01-02", json.getString("day"));
        assertEquals(2, json.getJsonObject("machine").getInteger("cores"));
        double held = json.getJsonObject("figures").getJsonObject("arena").getDouble("held");
        assertEquals(700, held);
    }

    @Test
    void thePageHasATableForEachTrialAndSaysWhereItWasTaken() {
        String page =
                of(
                                new Figure("wire", "our_bytes", "ours", 612.345, "B/s a client"),
                                new Figure("wire", "read_ns", "read it", 4.56789, "ns"),
                                new Figure("arena", "held", "clients held", 1000, "clients"))
                        .markdown();

        assertTrue(page.contains("a processor"), page);
        assertTrue(page.contains("\n## wire\n\n| | |\n|---|---:|\n| ours | 612.3 B/s"), page);
        assertTrue(page.contains("| read it | 4.568 ns |"), page);
        assertTrue(page.contains("| clients held | 1,000 clients |"), page);
        assertFalse(page.contains("--quick"), "a full run does not call itself quick");
    }
}
