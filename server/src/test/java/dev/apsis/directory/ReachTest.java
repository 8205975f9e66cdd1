package dev.apsis.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Where a directory connects to, and where nobody makes it connect. */
class ReachTest {
    private static final PublicAddress PLAY =
            PublicAddress.read("https://play.example").orElseThrow();

    /** Only literals are given, so that no name is asked for. */
    private static InetAddress at(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "198.18.0.1",
                "198.19.255.255",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::",
                "100::1"
            })
    void whatIsNotOnTheInternetIsRefused(String literal) throws Exception {
        InetAddress here = at(literal);
        assertFalse(Reach.isPublic(here));
        Denied denied =
                assertThrows(Denied.class, () -> Reach.CAREFUL.choose(PLAY, List.of(here), here));
        assertEquals(403, denied.status());
        assertEquals(here, new Reach(true, false).choose(PLAY, List.of(here), here));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1", "9.255.255.255", "11.0.0.1", "100.63.255.255", "100.128.0.1",
                "172.15.255.255", "172.32.0.1", "192.167.255.255", "198.17.255.255", "198.20.0.1",
                "223.255.255.255", "2001:4860::1", "2a00::1", "3fff:ffff::1"
            })
    void whatIsOnTheInternetIsReached(String literal) throws Exception {
        assertTrue(Reach.isPublic(at(literal)));
        assertEquals(at(literal), Reach.CAREFUL.choose(PLAY, List.of(at(literal)), at(literal)));
    }

    @Test
    void nobodyAnnouncesWhatIsNotTheirs() throws Exception {
        List<InetAddress> hosts = List.of(at("1.1.1.1"), at("2a00::1"));
        assertThrows(Denied.class, () -> Reach.CAREFUL.choose(PLAY, hosts, at("1.1.1.2")));
        assertEquals(at("2a00::1"), Reach.CAREFUL.choose(PLAY, hosts, at("2a00::1")));
        var open = new Reach(/* allowsPrivate= */ false, /* allowsOthers= */ true);
        assertEquals(at("1.1.1.1"), open.choose(PLAY, hosts, at("1.1.1.2")));
        assertThrows(Denied.class, () -> open.choose(PLAY, List.of(at("10.0.0.1")), at("1.1.1.2")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "play.example",
                "ftp://play.example",
                "file:///etc/passwd",
                "http://",
                "http://u:p@play.example",
                "http://play.example/x",
                "http://play.example?x",
                "http://play.example#x",
                "http://play.example:99999",
                "http://a b",
                "javascript:1"
            })
    void anAddressIsASchemeAHostAndAPort(String text) {
        assertTrue(PublicAddress.read(text).isEmpty());
    }

    @Test
    void oneAddressIsWrittenOneWay() {
        for (String text : List.of("https://PLAY.example", "https://play.example:443/")) {
            assertEquals("https://play.example", PublicAddress.read(text).orElseThrow().toString());
        }
        assertEquals("::1", PublicAddress.read("http://[::1]:80").orElseThrow().bareHost());
    }
}
