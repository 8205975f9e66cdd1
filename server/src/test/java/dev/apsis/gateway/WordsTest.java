package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Words as strangers send them. */
class WordsTest {
    @Test
    void controlsAndTurnedLinesAreLeftOut() {
        assertEquals("ab", Words.clean(" a\u0000\n\u202eb\u2028 "));
    }

    @Test
    void scriptsAndEmojiStayWhole() {
        String words = "\u0928\u092e\u0938\u094d\u200d\u0924\u0947 \u4f60\u597d \ud83d\ude80";
        assertEquals(words, Words.clean(words));
    }
}
