package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.apsis.protocol.orbit.Command;

import org.junit.jupiter.api.Test;

/** How a JSON pilot's wishes become commands for ticks. */
class HandsTest {
    private static final int GO = Command.of(0, 0, true, false, false, true, false).packed();
    private static final int GO_AND_JUMP =
            Command.of(0, 0, true, false, false, true, true).packed();

    private final Hands hands = new Hands(60);

    @Test
    void nothingIsOrderedBeforeAnythingIsHeld() {
        assertArrayEquals(new int[0], hands.orders(100, 2));
    }

    @Test
    void everyTickIsCommandedOnceAndAJumpIsAskedForOnce() {
        hands.hold(GO_AND_JUMP, 100);
        assertEquals(102, hands.firstTick(100));
        assertArrayEquals(new int[] {GO_AND_JUMP, GO}, hands.orders(100, 2));
        assertEquals(104, hands.firstTick(102));
        assertArrayEquals(new int[] {GO, GO}, hands.orders(102, 2));
    }

    @Test
    void afterASecondTheHandsLetGo() {
        hands.hold(GO, 100);
        assertEquals(2, hands.orders(158, 2).length);
        assertEquals(0, hands.orders(160, 2).length);
    }

    @Test
    void anotherRoomsTicksAreCommandedFromItsFirstAndTheOldOnesWishIsGone() {
        hands.hold(GO, 36_000);
        hands.orders(36_000, 2);
        hands.letGo();
        assertEquals(0, hands.orders(8, 2).length);
        hands.hold(GO, 10);
        assertEquals(12, hands.firstTick(10));
        assertArrayEquals(new int[] {GO, GO}, hands.orders(10, 2));
    }
}
