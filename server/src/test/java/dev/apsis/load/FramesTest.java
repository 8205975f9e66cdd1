package dev.apsis.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;

/** Against RFC 6455, chapter 5: its own examples where it has some. */
class FramesTest {
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 17);

    private static ByteBuffer bytes(int... values) {
        var bytes = ByteBuffer.allocate(values.length);
        for (int value : values) {
            bytes.put((byte) value);
        }
        return bytes.flip();
    }

    @Test
    void aMaskedFrameIsWrittenAsInTheDocument() {
        byte[] hello = {'H', 'e', 'l', 'l', 'o'};
        Frames.write(buffer, 1, hello, hello.length, 0x37fa213d);

        var written = new byte[buffer.flip().remaining()];
        buffer.get(written);
        assertArrayEquals(
                bytes(0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58).array(),
                written);
    }

    @Test
    void aHeadThatIsNotAllThereHasNoLength() {
        assertEquals(0, Frames.length(bytes()));
        assertEquals(0, Frames.length(bytes(0x82)));
        assertEquals(0, Frames.length(bytes(0x82, 0x7e, 0x01)));
        assertEquals(0, Frames.length(bytes(0x82, 0x7f, 0, 0, 0, 0, 0, 1, 0)));
    }

    @Test
    void theThreeWaysToTellALength() {
        ByteBuffer small = bytes(0x82, 0x05);
        assertEquals(7, Frames.length(small));
        assertEquals(2, Frames.headLength(small));
        ByteBuffer large = bytes(0x82, 0x7e, 0x01, 0x00);
        assertEquals(260, Frames.length(large));
        assertEquals(4, Frames.headLength(large));
        ByteBuffer huge = bytes(0x82, 0x7f, 0, 0, 0, 0, 0, 1, 0, 0);
        assertEquals(65546, Frames.length(huge));
        assertEquals(10, Frames.headLength(huge));
    }

    @Test
    void aLengthBeyondAllBoundsStaysBeyondThem() {
        ByteBuffer absurd = bytes(0x82, 0x7f, 0x7f, 255, 255, 255, 255, 255, 255, 255);
        assertEquals(Integer.MAX_VALUE, Frames.length(absurd));
        ByteBuffer negative = bytes(0x82, 0x7f, 0xff, 255, 255, 255, 255, 255, 255, 255);
        assertEquals(Integer.MAX_VALUE, Frames.length(negative));
    }

    @Test
    void aPartIsNotTheLast() {
        assertFalse(Frames.last(bytes(0x02, 0x00)));
        assertTrue(Frames.last(bytes(0x82, 0x00)));
        assertEquals(Frames.PING, Frames.opcode(bytes(0x89, 0x00)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 65_535})
    void whatIsWrittenIsAsLongAsItSays(int length) {
        Frames.write(buffer, Frames.BINARY, new byte[length], length, 7);
        int written = buffer.flip().remaining();
        assertEquals(written - 4, Frames.length(buffer), "the mask apart");
        assertTrue(written <= length + Frames.MAX_HEAD);
    }
}
