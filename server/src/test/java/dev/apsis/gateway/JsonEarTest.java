package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.bits.WireException;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Sign;
import dev.apsis.protocol.orbit.Command;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;

/** What a JSON client may say, and that nothing else comes of what it may not. */
class JsonEarTest {
    private static final List<String> SAMPLES =
            List.of(
                    "{\"kind\":\"hello\",\"name\":\"Ann\",\"bot\":true,\"token\":\"a.b\"}",
                    "{\"kind\":\"command\",\"turn\":-1,\"thrust\":true,\"fire\":true}",
                    "{\"kind\":\"command\",\"aim\":-90.5,\"boost\":true,\"jump\":true}",
                    "{\"kind\":\"rate\",\"perSecond\":10}",
                    "{\"kind\":\"ping\",\"serial\":65535}",
                    "{\"kind\":\"resync\"}",
                    "{\"kind\":\"goodbye\"}",
                    "{\"kind\":\"say\",\"text\":\"hi\",\"team\":false}",
                    "{\"kind\":\"pause\",\"on\":true}",
                    "{\"kind\":\"follow\",\"seat\":3}",
                    "{\"kind\":\"emote\",\"sign\":\"nice_shot\"}",
                    "{\"kind\":\"mute\",\"seat\":3,\"on\":true}",
                    "{\"kind\":\"look\",\"x\":-1200,\"y\":32000}");

    @Test
    void aCommandIsThatOfTheOtherTongue() {
        assertEquals(
                new Heard.Held(
                        Command.of(Command.RIGHT, 0, true, false, false, true, false).packed()),
                JsonEar.hear(SAMPLES.get(1)));
        int aim = Math.floorMod(Math.round(-90.5f / 360 * 65536), 65536);
        assertEquals(
                new Heard.Held(
                        Command.of(Command.TOWARDS, aim, false, false, true, false, true).packed()),
                JsonEar.hear(SAMPLES.get(2)));
    }

    @Test
    void messagesAreThoseOfTheOtherTongue() {
        assertEquals(new Heard.Rate(10), JsonEar.hear(SAMPLES.get(3)));
        assertEquals(said(new ClientMessage.Ping(65535)), JsonEar.hear(SAMPLES.get(4)));
        assertEquals(said(new ClientMessage.Say(false, "hi")), JsonEar.hear(SAMPLES.get(7)));
        assertEquals(said(new ClientMessage.Pause(true)), JsonEar.hear(SAMPLES.get(8)));
        assertEquals(said(new ClientMessage.Follow(3)), JsonEar.hear(SAMPLES.get(9)));
        assertEquals(said(new ClientMessage.Emote(Sign.NICE_SHOT)), JsonEar.hear(SAMPLES.get(10)));
        assertEquals(said(new ClientMessage.Mute(3, true)), JsonEar.hear(SAMPLES.get(11)));
        assertEquals(said(new ClientMessage.Look(-1200, 32_000)), JsonEar.hear(SAMPLES.get(12)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "{",
                "{}",
                "{\"kind\":7}",
                "{\"kind\":\"hullo\"}",
                "{\"kind\":\"resync\"} {}",
                "{\"kind\":\"ping\"}",
                "{\"kind\":\"ping\",\"serial\":1.5}",
                "{\"kind\":\"ping\",\"serial\":65536}",
                "{\"kind\":\"ping\",\"serial\":99999999999999999999}",
                "{\"kind\":\"rate\",\"perSecond\":0}",
                "{\"kind\":\"rate\",\"perSecond\":31}",
                "{\"kind\":\"command\",\"turn\":2}",
                "{\"kind\":\"command\",\"aim\":\"north\"}",
                "{\"kind\":\"command\",\"aim\":1e999}",
                "{\"kind\":\"command\",\"fire\":1}",
                "{\"kind\":\"say\"}",
                "{\"kind\":\"look\",\"x\":1.5,\"y\":0}",
                "{\"kind\":\"look\",\"x\":32001,\"y\":0}",
                "{\"kind\":\"emote\",\"sign\":\"NICE_SHOT\"}",
                "{\"kind\":\"hello\",\"name\":\"Ann\",\"hue\":360}",
                "{\"kind\":\"hello\",\"name\":\"Ann\",\"hue\":-1}",
                "{\"kind\":\"hello\",\"name\":null}",
            })
    void whatMakesNoSenseIsRefused(String text) {
        assertThrows(WireException.class, () -> JsonEar.hear(text));
    }

    @Test
    void aRefusalTellsWhatIsWrongAndNothingOfOurInsides() {
        for (String text : List.of("{\"kind\":\"hello\",", "{\"kind\":}", "{\"kind\":\"hullo\"}")) {
            WireException refused = assertThrows(WireException.class, () -> JsonEar.hear(text));
            String words = String.valueOf(refused.getMessage());
            assertFalse(words.contains("bit"), words);
            assertFalse(words.contains("REDACTED"), words);
            assertTrue(words.contains("column") || words.contains("unknown kind"), words);
        }
    }

    @Test
    void mutatedTextIsHeardOrRefused() {
        var dice = new SplittableRandom(5);
        int refused = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(SAMPLES.get(dice.nextInt(SAMPLES.size())));
            for (int n = dice.nextInt(4); n >= 0 && !text.isEmpty(); n--) {
                int at = dice.nextInt(text.length());
                switch (dice.nextInt(3)) {
                    case 0 -> text.setCharAt(at, (char) dice.nextInt(1, 300));
                    case 1 -> text.deleteCharAt(at);
                    default -> text.insert(at, "{}[]\",:9e-tfn".charAt(dice.nextInt(13)));
                }
            }
            refused += isRefused(text.toString()) ? 1 : 0;
        }
        assertTrue(refused > 1000);
    }

    private static boolean isRefused(String text) {
        try {
            JsonEar.hear(text);
            return false;
        } catch (WireException malformed) {
            return true;
        }
    }

    private static Heard said(ClientMessage message) {
        return new Heard.Said(message);
    }
}
