package dev.apsis.store;

import org.jspecify.annotations.Nullable;

import java.net.InetAddress;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/**
 * Who may not come in. Written in the database; read from a copy in memory that is renewed with
 * every change and with {@link #refresh}, so that a door never waits. Used from any thread.
 */
public final class Bans {
    /** So many may hold at once; one more is refused as {@link StoreProblem.Kind#FULL}. */
    public static final int MAX_BANS = 10_000;

    private final Desk desk;
    private final InstantSource clock;
    private volatile List<Ban> known = List.of();

    Bans(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** The ban that keeps whoever comes from there out; the one that lasts longest. */
    public Optional<Ban> of(InetAddress address) {
        return longest(
                ban ->
                        ban.target() instanceof Ban.Target.Range(var range)
                                && range.contains(address));
    }

    /** The ban that keeps an account out; the one that lasts longest. */
    public Optional<Ban> of(String account) {
        String folded = Names.fold(account);
        return longest(
                ban ->
                        ban.target() instanceof Ban.Target.Account(var name)
                                && Names.fold(name).equals(folded));
    }

    /** Those that hold, the newest first. */
    public List<Ban> all() {
        Instant now = clock.instant();
        return known.stream().filter(ban -> ban.holds(now)).toList();
    }

    /** Holds everywhere on this server when it is answered, and at other servers soon after. */
    public CompletionStage<Ban> add(Ban.Wish wish) {
        Instant now = clock.instant();
        return desk.ask(connection -> add(connection, wish, now), this::publish);
    }

    /** Undoes a ban; whether there was one of that number. */
    public CompletionStage<Boolean> lift(long id) {
        Instant now = clock.instant();
        return desk.ask(
                connection -> {
                    int lifted = Row.change(connection, "DELETE FROM bans WHERE id = ?", id);
                    return new Changed<>(lifted > 0, read(connection, now));
                },
                this::publish);
    }

    /** Learns what other servers wrote, and forgets what is over. */
    CompletionStage<Boolean> refresh() {
        Instant now = clock.instant();
        return desk.ask(connection -> new Changed<>(true, read(connection, now)), this::publish);
    }

    /** What a change came to, and all bans after it. */
    private record Changed<T>(T answer, List<Ban> bans) {}

    /** Once it is committed. */
    private <T> T publish(Changed<T> changed) {
        known = changed.bans;
        return changed.answer;
    }

    private Changed<Ban> add(Connection connection, Ban.Wish wish, Instant now)
            throws SQLException {
        if (read(connection, now).size() >= MAX_BANS) {
            throw new StoreProblem(
                    StoreProblem.Kind.FULL,
                    "there are %d bans already: lift some, or ban a wider range"
                            .formatted(MAX_BANS));
        }
        Ban.Target target = wish.target();
        long id =
                Row.insert(
                        connection,
                        "INSERT INTO bans (account, addresses, reason, imposed_by, since, until)"
                                + " VALUES (?, ?, ?, ?, ?, ?)",
                        target instanceof Ban.Target.Account(var name) ? name : null,
                        target instanceof Ban.Target.Range(var range) ? range.toString() : null,
                        wish.reason(),
                        wish.by(),
                        now,
                        wish.until());
        var ban = new Ban(id, target, wish.reason(), wish.by(), now, wish.until());
        return new Changed<>(ban, read(connection, now));
    }

    private static List<Ban> read(Connection connection, Instant now) throws SQLException {
        Row.change(connection, "DELETE FROM bans WHERE until <= ?", now);
        return List.copyOf(Row.all(connection, Bans::ban, "SELECT * FROM bans ORDER BY id DESC"));
    }

    private static Ban ban(ResultSet row) throws SQLException {
        String account = row.getString("account");
        String addresses = row.getString("addresses");
        Ban.Target target =
                account != null
                        ? new Ban.Target.Account(account)
                        : new Ban.Target.Range(AddressRange.parse(addresses).orElseThrow());
        return new Ban(
                row.getLong("id"),
                target,
                row.getString("reason"),
                row.getString("imposed_by"),
                Row.instant(row, "since"),
                Row.maybeInstant(row, "until"));
    }

    private Optional<Ban> longest(Predicate<Ban> meant) {
        Instant now = clock.instant();
        Ban longest = null;
        for (Ban ban : known) {
            if (ban.holds(now) && meant.test(ban) && outlasts(ban, longest)) {
                longest = ban;
            }
        }
        return Optional.ofNullable(longest);
    }

    private static boolean outlasts(Ban ban, @Nullable Ban other) {
        Instant end = ban.until();
        if (other == null || end == null) {
            return true;
        }
        Instant otherEnd = other.until();
        return otherEnd != null && end.isAfter(otherEnd);
    }
}
