package dev.apsis.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7, 203.0.113.8",
        "203.0.113.0/24, 203.0.113.255, 203.0.114.0",
        "203.0.113.99/25, 203.0.113.127, 203.0.113.128",
        "0.0.0.0/0, 255.1.2.3, ::1",
        "2001:db8::/33, 2001:db8:7fff::1, 2001:db8:8000::1",
        "::1, ::1, ::2",
        "::ffff:192.0.2.1, 192.0.2.1, 192.0.2.2"
    })
    void aRangeHasItsAddressesAndNoOthers(String range, String inside, String outside)
            throws UnknownHostException {
        AddressRange parsed = AddressRange.parse(range).orElseThrow();
        assertTrue(parsed.contains(InetAddress.getByName(inside)));
        assertFalse(parsed.contains(InetAddress.getByName(outside)));
        assertEquals(Optional.of(parsed), AddressRange.parse(parsed.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "localhost",
                "example.org/8",
                "1.2.3",
                "1.2.3.4/33",
                "1.2.3.4/-1",
                "1.2.3.256",
                "1.2.3.4/",
                "1.2.3.4:80",
                "::1/129",
                "1.2.3.4/8/8",
                "16909060",
                "fe80::1%eth0",
                ":::"
            })
    void whatIsNoRangeIsRefused(String text) {
        assertEquals(Optional.empty(), AddressRange.parse(text));
    }

    @Test
    void oneAddressIsARangeOfItself() throws UnknownHostException {
        InetAddress address = InetAddress.getByName("192.0.2.1");
        assertEquals("192.0.2.1/32", AddressRange.of(address).toString());
    }
}
