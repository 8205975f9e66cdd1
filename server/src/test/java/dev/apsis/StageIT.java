package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Picture and sound by themselves in a real browser, without a server: what they cost and give. */
class StageIT {
    private static final int MOST_PARTICLES = 3000;

    /** Sixty times a second this is a collection of young things a second, of which none lives. */
    private static final int MOST_GARBAGE_KILOBYTES = 300;

    private static final String FRAME =
            """
            async () => {
              const vectors = await (await fetch('/docs/vectors/messages.json')).json();
              const { hex } = vectors.server.find(each => each.letter.includes('welcome'));
              const bytes = Int8Array.from(hex.match(/../g), each => parseInt(each, 16));
              const { frame } = await import('/client-web/target/browser-tests/frame.js');
              return frame(bytes, 240);
            }
            """;

    private static final String SOUND = "import('/client-web/target/browser-tests/sound.js')";

    private static TreeSite site;

    @BeforeAll
    static void open() {
        site = TreeSite.open();
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    /** How long a picture takes is kept as a figure: a busy machine fails nobody. */
    @Test
    void theBiggestFightIsDrawn() throws IOException {
        var cost = (Map<?, ?>) site.evaluate(FRAME);
        Files.writeString(Path.of("target", "frame.txt"), cost + " ms and kB a picture\n");
        assertTrue(number(cost, "particles") >= MOST_PARTICLES, cost.toString());
        assertTrue(number(cost, "garbage") < MOST_GARBAGE_KILOBYTES, cost.toString());
    }

    @Test
    void aCardThatForgetsIsToldEverythingAgain() {
        var light =
                (Map<?, ?>)
                        site.evaluate(
                                "async () => (await import('/client-web/target/browser-tests/"
                                        + "context.js')).lose()");
        assertEquals(List.of("low", "high"), light.get("quality"));
        assertEquals(true, light.get("lost"));
        assertTrue(number(light, "before") > 3, light.toString());
        assertTrue(number(light, "after") > 3, light.toString());
    }

    @Test
    void everyVoiceIsHeardAndEnds() {
        for (Object name : (List<?>) site.evaluate("async () => (await " + SOUND + ").names")) {
            var sound = hear("hear('" + name + "', 0)");
            assertTrue(number(sound, "peak") < 0.99, name + " clips: " + sound);
            assertTrue(number(sound, "peak") > 0.02, name + " is silent: " + sound);
            assertTrue(number(sound, "rest") < 0.01, name + " does not end: " + sound);
            assertEquals(number(sound, "left"), number(sound, "right"), 0.001, name + ": " + sound);
        }
    }

    @Test
    void aFightIsLoudButDoesNotClip() {
        var battle = hear("hearBattle()");
        assertTrue(number(battle, "peak") < 1, battle.toString());
        assertTrue(number(battle, "peak") > number(hear("hear('pop', 0)"), "peak"), "louder");
        assertTrue(number(hear("hearEngine()"), "left") > 0.005, "the engine is heard");
    }

    @Test
    void whatIsDeepSoundsDeepAndWhatIsLeftSoundsLeft() {
        assertTrue(low("explosion") > 0.6, "an explosion rumbles: " + low("explosion"));
        assertTrue(low("burn") > low("glance"), "a shield rings higher than a star burns");
        assertTrue(low("glance") < 0.2, "a shield rings: " + low("glance"));
        var left = hear("hear('shot', -1)");
        assertTrue(number(left, "left") > 5 * number(left, "right"), left.toString());
    }

    private static double low(String voice) {
        return number(hear("hear('" + voice + "', 0)"), "low");
    }

    private static Map<?, ?> hear(String call) {
        return (Map<?, ?>) site.evaluate("async () => (await " + SOUND + ")." + call);
    }

    private static double number(Map<?, ?> found, String name) {
        return found.get(name) instanceof Number value ? value.doubleValue() : Double.NaN;
    }
}
