package dev.apsis.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

class TcpQueueTest {
    /** As Linux prints it: 127.0.0.1:7777 to :50000 with 255 bytes unsent, and the way back. */
    private static final List<String> TABLE =
            List.of(
                    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt",
                    "   0: 0100007F:1E61 00000000:0000 0A 00000000:00000000 00:00000000 00000000",
                    "   1: 0100007F:1E61 0100007F:C350 01 000000FF:00000000 01:00000014 00000000",
                    "   2: 0100007F:C350 0100007F:1E61 01 00000000:00000010 00:00000000 00000000");

    @Test
    void whatWaitsToBeSentIsRead() {
        assertEquals(255, TcpQueue.find(TABLE, 7777, 50_000));
        assertEquals(0, TcpQueue.find(TABLE, 50_000, 7777));
    }

    @Test
    void whatIsNotThereIsUnknown() {
        assertEquals(TcpQueue.UNKNOWN, TcpQueue.find(TABLE, 7777, 50_001));
        assertEquals(TcpQueue.UNKNOWN, TcpQueue.find(List.of("nonsense", ""), 1, 2));
    }
}
