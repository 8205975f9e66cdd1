package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** A pulse on a clock that we set by hand. */
class PulseTest {
    private static final long MILLI = 1_000_000;

    private long now;
    private int ran;
    private final Pulse pulse = new Pulse(() -> now, 50);

    private void run(long atMillis, long tickMillis) {
        now = atMillis * MILLI;
        pulse.run(
                () -> {
                    ran++;
                    now += tickMillis * MILLI;
                    return true;
                });
    }

    @Test
    void ticksInTimeAreNotLate() {
        for (int tick = 1; tick <= 100; tick++) {
            run(20L * tick, 3);
        }
        assertEquals(100, ran);
        assertEquals(new Spread(100, 0, 0, 0), pulse.gauge().late());
        assertEquals(3000, pulse.gauge().took().maxMicros());
        assertEquals(0, pulse.gauge().dropped());
    }

    @Test
    void eachTickIsAsLateAsItBeganAfterItsOwnDeadline() {
        run(45, 1); // those of 20 and of 40
        assertEquals(2, ran);
        assertEquals(2, pulse.gauge().late().count());
        assertEquals(25_000, pulse.gauge().late().maxMicros());
        int least = pulse.gauge().late().p50Micros();
        assertTrue(least >= 6000 && least <= 6000 * 17 / 16, least + " us");
    }

    @Test
    void aDebtIsDroppedAndTheLatenessSeen() {
        run(1000, 0);
        assertEquals(5, ran);
        assertEquals(45, pulse.gauge().dropped());
        assertEquals(980_000, pulse.gauge().late().maxMicros());
    }

    @Test
    void theLastTickIsTheLast() {
        now = 100 * MILLI;
        pulse.run(() -> ++ran < 2);
        assertEquals(2, ran);
    }

    @Test
    void whoAsksOftenIsToldTheSameForATenthOfASecond() {
        run(45, 1);
        Gauges.Time first = pulse.gauge();
        run(60, 1);
        now = 145 * MILLI;
        assertSame(first, pulse.gauge(), "each time it is reckoned costs the room's ticks");
        run(147, 1);
        assertEquals(7, pulse.gauge().took().count());
    }

    @Test
    void whatIsOlderThanTwoMinutesIsForgotten() {
        run(45, 0);
        assertEquals(25_000, pulse.gauge().late().maxMicros());
        for (int tick = 3; tick <= 2 * 60 * 50; tick++) {
            run(20L * tick, 0);
        }
        assertEquals(0, pulse.gauge().late().maxMicros());
    }
}
