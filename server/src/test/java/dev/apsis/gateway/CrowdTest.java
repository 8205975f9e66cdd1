package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Addresses of documentation, which nobody has. */
class CrowdTest {
    private final Crowd crowd = new Crowd(2);

    private static Caller from(String address) {
        return new Caller(address, /* secure= */ false);
    }

    @Test
    void anAddressHasItsBoundAndOthersHaveTheirs() {
        assertTrue(crowd.enter(from("192.0.2.1")));
        assertTrue(crowd.enter(from("192.0.2.1")));
        assertFalse(crowd.enter(from("192.0.2.1")));
        assertTrue(crowd.enter(from("192.0.2.2")));
        assertTrue(crowd.enter(from("2001:db8::1")));
    }

    @Test
    void whoHasANetworkOfIpv6HasNoMoreThanWhoHasAnAddress() {
        assertTrue(crowd.enter(from("2001:db8:1:2::1")));
        assertTrue(crowd.enter(from("2001:db8:1:2::2")));
        assertFalse(crowd.enter(from("2001:db8:1:2:ffff::3")));
        assertTrue(crowd.enter(from("2001:db8:1:3::3")));
        crowd.leave(from("2001:db8:1:2::1"));
        assertTrue(crowd.enter(from("2001:db8:1:2::4")));
    }

    @Test
    void whoLeavesMakesRoom() {
        crowd.enter(from("192.0.2.1"));
        crowd.enter(from("192.0.2.1"));
        crowd.leave(from("192.0.2.1"));
        assertTrue(crowd.enter(from("192.0.2.1")));
        assertFalse(crowd.enter(from("192.0.2.1")));
    }

    @Test
    void thisMachineIsNotBounded() {
        for (int i = 0; i < 1000; i++) {
            assertTrue(crowd.enter(from("127.0.0.1")));
        }
        assertTrue(crowd.enter(from("::1")));
    }
}
