package dev.apsis.gateway;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Whom one connection does not want to hear: players by their sessions, wherever they sit by now.
 * Owned by its speech.
 */
final class Mutes {
    /** Beyond so many the first are forgotten. */
    static final int MOST = 256;

    private final Set<String> sessions = new LinkedHashSet<>();

    /** Nobody, who has no session, can't be muted. */
    void set(String session, boolean on) {
        if (!on) {
            sessions.remove(session);
        } else if (!session.isEmpty() && sessions.add(session) && sessions.size() > MOST) {
            sessions.remove(sessions.iterator().next());
        }
    }

    boolean silence(String session) {
        return sessions.contains(session);
    }
}
