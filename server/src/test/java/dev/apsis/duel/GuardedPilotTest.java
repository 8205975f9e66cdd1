package dev.apsis.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.bot.Pilot;

import org.junit.jupiter.api.Test;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/** Whatever a pilot can be asked, it is asked under watch. */
class GuardedPilotTest {
    @Test
    void everyQuestionIsGuarded() {
        List<String> open =
                Arrays.stream(Pilot.class.getMethods())
                        .filter(method -> !guarded(method))
                        .map(Method::getName)
                        .toList();
        assertEquals(List.of(), open, "GuardedPilot has to pass these on under watch");
        assertTrue(Pilot.class.getMethods().length > 5);
    }

    private static boolean guarded(Method method) {
        return Arrays.stream(GuardedPilot.class.getDeclaredMethods())
                .anyMatch(
                        each ->
                                each.getName().equals(method.getName())
                                        && Arrays.equals(
                                                each.getParameterTypes(),
                                                method.getParameterTypes()));
    }
}
