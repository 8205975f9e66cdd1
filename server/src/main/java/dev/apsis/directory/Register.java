package dev.apsis.directory;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The servers that are listed, by address. Owned by the directory's event loop; time comes in. */
final class Register {
    static final int MAX_SERVERS = 1000;
    static final int MAX_PER_SOURCE = 8;

    /** Three heartbeats: who is not heard for so long is gone. */
    static final long SILENT_MILLIS = 95_000;

    /** Who was not looked at for so long is looked at again. */
    static final long RECHECK_MILLIS = 60_000;

    private static final Comparator<Listed> FULLEST_FIRST =
            Comparator.<Listed>comparingInt(each -> -each.announced().facts().players())
                    .thenComparing(Listed::key);

    private final Map<String, Listed> byAddress = new HashMap<>();

    /** Takes a heartbeat of a server that is listed; null if that very server is not. */
    @Nullable Listed hear(Announcement again, long nowMillis) {
        return byAddress.computeIfPresent(
                again.address().toString(),
                (address, listed) ->
                        listed.announced().secret().equals(again.secret())
                                ? listed.heard(again, nowMillis)
                                : listed);
    }

    /** Whether the server that is listed at an address knows this secret. */
    boolean has(Announcement announced) {
        Listed listed = byAddress.get(announced.address().toString());
        return listed != null && listed.announced().secret().equals(announced.secret());
    }

    /** Refuses one more of a source that has enough, and all while the list is full. */
    void admit(Announcement announced, String source) throws Denied {
        if (byAddress.containsKey(announced.address().toString())) {
            return; // it takes its own place again, if it proves who it is
        }
        if (byAddress.values().stream().filter(each -> each.source().equals(source)).count()
                >= MAX_PER_SOURCE) {
            throw new Denied(
                    429, "from one address " + MAX_PER_SOURCE + " servers are listed at most");
        }
        if (byAddress.size() >= MAX_SERVERS) {
            throw new Denied(503, "the list is full: try again later");
        }
    }

    void list(Listed server) {
        byAddress.put(server.key(), server);
    }

    /** Looked at again, it was still there; unless it is gone, or another has its place. */
    void seen(Listed before, int latencyMillis, long nowMillis) {
        byAddress.computeIfPresent(
                before.key(),
                (address, now) -> isSame(before, now) ? now.seen(latencyMillis, nowMillis) : now);
    }

    /** Looked at again, it was not there. */
    void lost(Listed before) {
        byAddress.computeIfPresent(
                before.key(), (address, now) -> isSame(before, now) ? null : now);
    }

    private static boolean isSame(Listed before, Listed now) {
        return before.announced().secret().equals(now.announced().secret());
    }

    /** Forgets the silent. */
    List<Listed> dropSilent(long nowMillis) {
        List<Listed> silent =
                byAddress.values().stream()
                        .filter(each -> nowMillis - each.heardAtMillis() > SILENT_MILLIS)
                        .toList();
        silent.forEach(each -> byAddress.remove(each.key()));
        return silent;
    }

    /** Whom to look at again, the longest unseen first. */
    List<Listed> due(long nowMillis, int most) {
        return byAddress.values().stream()
                .filter(each -> nowMillis - each.seenAtMillis() >= RECHECK_MILLIS)
                .sorted(Comparator.comparingLong(Listed::seenAtMillis))
                .limit(most)
                .toList();
    }

    /** All of them, where most play first. */
    List<Listed> all() {
        return byAddress.values().stream().sorted(FULLEST_FIRST).toList();
    }
}
