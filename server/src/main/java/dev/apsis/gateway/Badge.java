package dev.apsis.gateway;

import dev.apsis.store.Claim;

import java.time.Instant;
import java.util.Optional;

/**
 * The session of whoever signed in: signed like all sessions, but it says whose it is and since
 * when. It takes back the seat that any other of its account took: an account has one ship in a
 * room.
 *
 * <pre>
 * session = "account:" account ':' milliseconds since 1970 ':' random
 * </pre>
 */
record Badge(long account, Instant issued) {
    private static final String MARK = "account:";

    /** A session for whoever knows an account's password. */
    static String session(Claim claim, Instant now, Tokens tokens) {
        return MARK + claim.account() + ':' + now.toEpochMilli() + ':' + tokens.newSession();
    }

    /** What a session says, if it is one of an account. */
    static Optional<Badge> read(String session) {
        String[] parts = session.split(":", -1);
        if (!session.startsWith(MARK) || parts.length != 4) {
            return Optional.empty();
        }
        return Optional.of(
                new Badge(
                        Long.parseLong(parts[1]), Instant.ofEpochMilli(Long.parseLong(parts[2]))));
    }

    /** Whose seat a session takes back: that of its account, or of itself if it is a guest's. */
    static String holder(String session) {
        return read(session).map(Badge::mark).orElse(session);
    }

    /** The same for all sessions of an account; nobody is given a token for it. */
    String mark() {
        return MARK + account;
    }

    /** Whether it is of that account, and no password was changed since. */
    boolean opens(Claim claim) {
        return account == claim.account() && !issued.isBefore(claim.validFrom());
    }
}
