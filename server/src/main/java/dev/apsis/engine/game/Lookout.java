package dev.apsis.engine.game;

import dev.apsis.protocol.delta.Roster;
import dev.apsis.protocol.delta.Sight;
import dev.apsis.protocol.frame.Frame;

/**
 * What a viewer may know: a pure function of the frame, the eye and what the viewer knows already.
 */
public interface Lookout {
    /** Where the viewer looks from: moved to its ship while it has one. */
    void follow(Frame frame, int seat, Eye eye);

    /** Fills {@code sight} with all that is visible from the eye. */
    void look(Frame frame, Eye eye, Roster known, Sight sight);

    /** A place in wire integers. Owned by its viewer. */
    final class Eye {
        public int x;
        public int y;
    }
}
