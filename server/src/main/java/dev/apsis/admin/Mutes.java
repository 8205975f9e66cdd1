package dev.apsis.admin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Whom nobody is to hear, until when, by the mark of a session. Asked when somebody speaks, from
 * any event loop: synchronized. They end with the process.
 */
public final class Mutes {
    /** Beyond so many the oldest ends. */
    private static final int MAX_MUTES = 1000;

    private final InstantSource clock;
    private final Map<String, Instant> untilByMark =
            new LinkedHashMap<>() {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > MAX_MUTES;
                }
            };

    public Mutes(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void mute(String mark, Duration time) {
        untilByMark.put(mark, clock.instant().plus(time));
    }

    /** Whether it was muted before. */
    synchronized boolean unmute(String mark) {
        return untilByMark.remove(mark) != null;
    }

    synchronized boolean silences(String mark) {
        Instant until = untilByMark.get(mark);
        if (until != null && !clock.instant().isBefore(until)) {
            untilByMark.remove(mark);
            return false;
        }
        return until != null;
    }
}
