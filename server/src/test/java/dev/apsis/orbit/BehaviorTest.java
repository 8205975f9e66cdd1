package dev.apsis.orbit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Rules;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * The behaviour version that the welcome tells is worth something: with it, and only with it, the
 * outcome of a seeded match changes. docs/vectors/behavior.json keeps every version's outcome.
 */
class BehaviorTest {
    private static final Path FILE = Path.of("..", "docs", "vectors", "behavior.json");
    private static final int TICKS = 4000;
    private static final int SEATS = 12;

    @Test
    void outcomesChangeWithTheBehaviorVersionAndNeverWithoutIt() throws IOException {
        var versions = new JsonArray(Files.readString(FILE));
        JsonObject last = versions.getJsonObject(versions.size() - 1);
        String outcome = outcome();
        String advice =
                "a seeded match ends otherwise: raise Rules.BEHAVIOR_VERSION to %d and append"
                        .formatted(last.getInteger("behaviorVersion") + 1);
        assertEquals(
                last.getString("outcome"),
                outcome,
                advice + " it with this outcome to docs/vectors/behavior.json");
        assertEquals(
                last.getInteger("behaviorVersion"),
                Rules.BEHAVIOR_VERSION,
                "the newest version in docs/vectors/behavior.json is that of the rules");
    }

    @Test
    void eachVersionStandsForAnotherOutcome() throws IOException {
        var versions = new JsonArray(Files.readString(FILE));
        Set<String> outcomes = new HashSet<>();
        for (int i = 0; i < versions.size(); i++) {
            JsonObject version = versions.getJsonObject(i);
            assertEquals(i + 1, version.getInteger("behaviorVersion"), "versions rise by one");
            assertTrue(outcomes.add(version.getString("outcome")), version::encode);
        }
    }

    /** All that pilots can see of a match in each mode, under random commands, in one number. */
    private static String outcome() {
        long hash = 0;
        for (GameSettings.Game game : GameSettings.Game.values()) {
            var match = new Mischief(GameSettings.of(game, 2, SEATS, 60), 5);
            for (int tick = 1; tick <= TICKS; tick++) {
                match.step();
                if (tick % 2 == 0) {
                    hash = add(hash, match.orbit.capture(new int[0]));
                }
            }
            for (int seat = 0; seat < match.orbit.seats(); seat++) {
                hash = mix(hash, match.orbit.score(seat));
            }
        }
        return Long.toHexString(hash);
    }

    private static long add(long before, Frame frame) {
        long hash = before;
        for (Table table : frame.tables()) {
            for (int slot = 0; slot < table.slots(); slot++) {
                if (table.id(slot) != 0) {
                    hash = mix(hash, table.rows(), table.at(slot), table.at(slot + 1));
                    int secrets = table.secretAt(slot);
                    hash = mix(hash, table.secrets(), secrets, table.secretAt(slot + 1));
                }
            }
        }
        return mix(hash, frame.events(), 0, frame.events().length);
    }

    private static long mix(long before, int[] values, int from, int to) {
        long hash = before;
        for (int i = from; i < to; i++) {
            hash = mix(hash, values[i]);
        }
        return hash;
    }

    private static long mix(long hash, int value) {
        long mixed = (hash ^ value) * 0x9e3779b97f4a7c15L;
        return mixed ^ mixed >>> 29;
    }
}
