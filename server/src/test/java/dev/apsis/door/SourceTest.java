package dev.apsis.door;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

import java.net.InetAddress;
import java.net.UnknownHostException;

class SourceTest {
    private static String of(String address) throws UnknownHostException {
        return Source.of(InetAddress.getByName(address));
    }

    @Test
    void anAddressOfIpv4IsOneSource() throws Exception {
        assertEquals("1.1.1.1", of("1.1.1.1"));
        assertEquals("1.1.1.1", of("::ffff:1.1.1.1"), "mapped into IPv6");
    }

    @Test
    void aCustomersNetworkOfIpv6IsOneSource() throws Exception {
        assertEquals(of("2a00:1:2:3::1"), of("2a00:1:2:3:ffff::9"));
        assertNotEquals(of("2a00:1:2:3::1"), of("2a00:1:2:4::1"));
    }
}
