package dev.apsis.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;

/**
 * Names that are somebody's. Written in the database; read from a copy in memory, so that a door
 * never waits. Used from any thread; passwords are hashed on a thread of their own, one at a time,
 * for each takes the memory and the time it is meant to take.
 */
public final class Accounts {
    public static final int MIN_PASSWORD_CHARS = 8;
    public static final int MAX_PASSWORD_CHARS = 128;

    /** One more is refused as {@link StoreProblem.Kind#FULL}. */
    static final int MAX_ACCOUNTS = 100_000;

    /** Who comes when so many wait to be hashed is sent away as BUSY. */
    private static final int MAX_HASHING = 32;

    private final Desk desk;
    private final InstantSource clock;
    private final Passwords passwords;
    private final Worker hashing = new Worker("apsis-passwords", MAX_HASHING);

    /** By folded name. Doors read it while the store's thread writes it. */
    private final Map<String, Claim> known = new ConcurrentHashMap<>();

    private final Map<Long, Claim> byNumber = new ConcurrentHashMap<>();

    Accounts(Desk desk, InstantSource clock, RandomGenerator random) {
        this.desk = desk;
        this.clock = clock;
        this.passwords = new Passwords(random);
    }

    /** What came of a wish. */
    public sealed interface Reply {
        /** It is theirs. */
        record Granted(Claim claim) implements Reply {}

        /** The name is somebody's already. */
        record Taken() implements Reply {}

        /** No such name, or another password. */
        record Wrong() implements Reply {}
    }

    /** One account as the database has it. */
    private record Kept(Claim claim, String password) {}

    /** Whose name it is, if it is anybody's; answered at once. */
    public Optional<Claim> of(String name) {
        return Optional.ofNullable(known.get(Names.fold(name)));
    }

    /** The account of a number, if there is one; answered at once. */
    public Optional<Claim> of(long account) {
        return Optional.ofNullable(byNumber.get(account));
    }

    /** Makes a name an account's. */
    public CompletionStage<Reply> claim(String name, String password) {
        if (of(name).isPresent()) {
            return CompletableFuture.completedFuture(new Reply.Taken());
        }
        return hashing.ask(() -> passwords.keep(password))
                .thenCompose(kept -> desk.ask(c -> insert(c, name, kept), this::learned));
    }

    /** Whether somebody knows an account's password. */
    public CompletionStage<Reply> signIn(String name, String password) {
        return desk.ask(connection -> read(connection, name))
                .thenCompose(kept -> hashing.ask(() -> compare(kept, password)));
    }

    /** Another password; whoever signed in before has to do so again. */
    public CompletionStage<Reply> change(String name, String password, String next) {
        return signIn(name, password)
                .thenCompose(
                        reply ->
                                reply instanceof Reply.Granted granted
                                        ? replace(granted.claim(), next)
                                        : CompletableFuture.completedFuture(reply));
    }

    /** Makes a name anybody's again; its results stay. Whether it was an account's. */
    public CompletionStage<Boolean> release(String name) {
        String folded = Names.fold(name);
        return desk.ask(
                connection ->
                        Row.change(connection, "DELETE FROM accounts WHERE folded = ?", folded) > 0,
                gone -> {
                    Claim was = known.remove(folded);
                    if (was != null) {
                        byNumber.remove(was.account());
                    }
                    return gone;
                });
    }

    /** Learns what other servers wrote. */
    CompletionStage<Boolean> refresh() {
        return desk.ask(
                connection -> Row.all(connection, Accounts::claim, "SELECT * FROM accounts"),
                claims -> {
                    Map<String, Claim> fresh = new HashMap<>();
                    Map<Long, Claim> numbered = new HashMap<>();
                    for (Claim claim : claims) {
                        fresh.put(Names.fold(claim.name()), claim);
                        numbered.put(claim.account(), claim);
                    }
                    known.keySet().retainAll(fresh.keySet());
                    known.putAll(fresh);
                    byNumber.keySet().retainAll(numbered.keySet());
                    byNumber.putAll(numbered);
                    return true;
                });
    }

    void close() {
        hashing.close();
    }

    /** Nothing if somebody was faster. */
    private Optional<Claim> insert(Connection connection, String name, String kept)
            throws SQLException {
        if (known.size() >= MAX_ACCOUNTS) {
            throw new StoreProblem(
                    StoreProblem.Kind.FULL, "there are as many accounts as there may be");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        int inserted =
                Row.change(
                        connection,
                        "INSERT INTO accounts (name, folded, password, claimed, valid_from)"
                                + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        name,
                        Names.fold(name),
                        kept,
                        now,
                        now);
        return inserted == 0 ? Optional.empty() : read(connection, name).map(Kept::claim);
    }

    private Reply learned(Optional<Claim> claim) {
        return claim.map(this::granted).orElseGet(Reply.Taken::new);
    }

    private Reply granted(Claim claim) {
        known.put(Names.fold(claim.name()), claim);
        byNumber.put(claim.account(), claim);
        return new Reply.Granted(claim);
    }

    private CompletionStage<Reply> replace(Claim claim, String next) {
        return hashing.ask(() -> passwords.keep(next))
                .thenCompose(kept -> desk.ask(c -> update(c, claim, kept), this::granted));
    }

    private Claim update(Connection connection, Claim claim, String kept) throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Row.change(
                connection,
                "UPDATE accounts SET password = ?, valid_from = ? WHERE id = ?",
                kept,
                now,
                claim.account());
        return new Claim(claim.account(), claim.name(), now);
    }

    private static Reply compare(Optional<Kept> kept, String password) {
        return kept.filter(each -> Passwords.matches(password, each.password))
                .<Reply>map(each -> new Reply.Granted(each.claim))
                .orElseGet(Reply.Wrong::new);
    }

    private static Optional<Kept> read(Connection connection, String name) throws SQLException {
        return Row.all(
                        connection,
                        row -> new Kept(claim(row), row.getString("password")),
                        "SELECT * FROM accounts WHERE folded = ?",
                        Names.fold(name))
                .stream()
                .findAny();
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(row.getLong("id"), row.getString("name"), Row.instant(row, "valid_from"));
    }
}
