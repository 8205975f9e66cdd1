package dev.apsis.admin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everybody who may look after a server. Where nobody may, there is no admin page at all. */
public final class Badges {
    /** Nobody may. */
    public static final Badges NONE = new Badges(List.of());

    private final Map<String, Badge> byHash = new HashMap<>();

    public Badges(List<Badge> badges) {
        badges.forEach(badge -> byHash.put(badge.hash(), badge));
    }

    /** Those of both. */
    public Badges and(Badges more) {
        var all = new Badges(List.copyOf(byHash.values()));
        all.byHash.putAll(more.byHash);
        return all;
    }

    boolean none() {
        return byHash.isEmpty();
    }

    /** Found by its hash: how long that takes tells nothing of a token. */
    Optional<Badge> of(String token) {
        return Optional.ofNullable(byHash.get(Badge.hash(token)));
    }
}
