package dev.apsis.bench;

import dev.apsis.engine.game.Lookout;
import dev.apsis.engine.game.Lookout.Eye;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.orbit.bot.Match;
import dev.apsis.protocol.delta.Roster;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.orbit.Arena;

import java.util.ArrayList;
import java.util.List;

/**
 * A match of house bots without a server, the same for a seed each time, and who looks on: each
 * from a ship of its own. Owned by its trial.
 */
final class Headless {
    static final int TICKS_PER_FRAME = 2;

    private static final int TICKS_PER_SECOND = 60;
    private static final int LEVELS = 5;

    private final Lookout lookout = new OrbitLookout();
    private final Match match;
    private final Arena arena;
    private Frame before = Frame.empty(0);

    Headless(int ships, long seed) {
        GameSettings settings = GameSettings.of(GameSettings.Game.FFA, 2, ships, TICKS_PER_SECOND);
        List<Integer> levels = new ArrayList<>();
        for (int i = 0; i < ships; i++) {
            levels.add(1 + i % LEVELS);
        }
        this.arena = settings.arena();
        this.match = new Match(settings, levels, seed, fact -> {});
    }

    /** What one viewer knows and where it looks from. Owned by its headless match. */
    static final class Viewer {
        final Roster roster = new Roster();
        final Eye eye = new Eye();
        final Sight sight = new Sight();
    }

    /** Plays on to the next frame. */
    void frame() {
        before = match.frame();
        for (int i = 0; i < TICKS_PER_FRAME; i++) {
            match.step();
        }
    }

    /** Looks at the newest frame from a seat. */
    void look(Viewer viewer, int seat) {
        lookout.follow(now(), seat, viewer.eye);
        lookout.look(now(), viewer.eye, viewer.roster, viewer.sight);
    }

    Frame before() {
        return before;
    }

    Frame now() {
        return match.frame();
    }

    Arena arena() {
        return arena;
    }
}
