package dev.apsis.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.door.Quota;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.net.InetAddress;
import java.util.List;

/** Who is in the list, and for how long; time is a number. */
class RegisterTest {
    private final Register register = new Register();

    private static Announcement announced(int port, String secret, int players) {
        return new Announcement(
                new PublicAddress(true, "play.example", port),
                "Ann's",
                "",
                secret.repeat(40),
                new Facts("1", "ffa", 1, players, 32));
    }

    private static Listed listed(int port, String source, int players, long nowMillis) {
        InetAddress here = InetAddress.getLoopbackAddress();
        return new Listed(announced(port, "a", players), here, source, 5, nowMillis, nowMillis);
    }

    @Test
    void theSilentAreDropped() {
        register.list(listed(1, "x", 0, 0));
        register.list(listed(2, "x", 0, 0));
        assertNotNull(register.hear(announced(2, "a", 9), 60_000));
        assertEquals(List.of(), register.dropSilent(Register.SILENT_MILLIS));
        assertEquals(1, register.dropSilent(Register.SILENT_MILLIS + 1).size());
        assertEquals(9, register.all().getFirst().announced().facts().players());
    }

    @Test
    void whoWasNotLookedAtForAMinuteIsDueTheLongestUnseenFirst() {
        register.list(listed(1, "x", 0, 10));
        register.list(listed(2, "x", 0, 0));
        assertEquals(List.of(), register.due(Register.RECHECK_MILLIS - 1, 9));
        assertEquals(2, register.due(70_000, 1).getFirst().announced().address().port());
        register.seen(listed(2, "x", 0, 0), 7, 70_000);
        assertEquals(1, register.due(70_000, 9).size());
        register.lost(listed(1, "x", 0, 10));
        assertEquals(List.of(), register.due(70_000, 9));
        assertEquals(7, register.all().getFirst().latencyMillis());
    }

    @Test
    void aHeartbeatWithAnotherSecretChangesNothing() {
        register.list(listed(1, "x", 3, 0));
        Announcement strangers = announced(1, "b", 30);
        assertNotNull(register.hear(strangers, 50));
        assertFalse(register.has(strangers));
        assertTrue(register.has(announced(1, "a", 3)));
        assertEquals(3, register.all().getFirst().announced().facts().players());
        assertEquals(1, register.dropSilent(Register.SILENT_MILLIS + 1).size());
        assertNull(register.hear(strangers, 60));
    }

    @Test
    void nobodyFillsTheListAlone() throws Denied {
        for (int i = 1; i <= Register.MAX_PER_SOURCE; i++) {
            register.admit(announced(i, "a", 0), "x");
            register.list(listed(i, "x", 0, 0));
        }
        Denied more = assertThrows(Denied.class, () -> register.admit(announced(99, "a", 0), "x"));
        assertEquals(429, more.status());
        register.admit(announced(1, "b", 0), "x");
        for (int i = 100; register.all().size() < Register.MAX_SERVERS; i++) {
            register.admit(announced(i, "a", 0), "s" + i);
            register.list(listed(i, "s" + i, 0, 0));
        }
        Denied full = assertThrows(Denied.class, () -> register.admit(announced(99, "a", 0), "y"));
        assertEquals(503, full.status());
    }

    @Test
    void whereMostPlayComesFirst() {
        register.list(listed(1, "x", 3, 0));
        register.list(listed(2, "x", 9, 0));
        assertEquals(2, register.all().getFirst().announced().address().port());
    }

    @ParameterizedTest
    @CsvSource({"1,true", "60,true", "61,false"})
    void aMinutesAllowanceIsSpentOnceAndComesBack(int asks, boolean allowed) {
        var quota = new Quota(1, 60);
        boolean last = false;
        for (int i = 0; i < asks; i++) {
            last = quota.take("x", 0);
        }
        assertEquals(allowed, last);
        assertTrue(quota.take("y", 0));
        assertTrue(quota.take("x", 1_001_000_000));
    }

    @Test
    void whatHostsWroteIsTextOnThePage() {
        String html =
                ListPage.html(
                        List.of(
                                new Listed(
                                        new Announcement(
                                                new PublicAddress(true, "play.example", 443),
                                                "<script>alert('1')</script>",
                                                "\"><img src=x>",
                                                "s",
                                                new Facts("1", "ffa", 1, 0, 32)),
                                        InetAddress.getLoopbackAddress(),
                                        "x",
                                        5,
                                        0,
                                        0)));
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img"), html);
        assertTrue(html.contains("href=\"https://play.example\""), html);
    }
}
