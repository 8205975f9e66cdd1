package dev.apsis.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;

/**
 * What outlives the process, opened: results, leaderboards, accounts, bans, the audit log. Opening
 * and closing take time and are done on no event loop; everything else may be called from anywhere
 * and answers later, or at once from memory.
 */
public final class Store implements Roll, AutoCloseable {
    private static final Logger LOG = System.getLogger(Store.class.getName());

    private final StoreSettings settings;
    private final byte[] key;
    private final Desk desk;
    private final Results results;
    private final Bans bans;
    private final Audit audit;
    private final Accounts accounts;
    private final Boards boards;

    private Store(StoreSettings settings, Database database, Results results, Surroundings around) {
        this.settings = settings;
        this.key = around.key;
        this.desk = new Desk(database);
        this.results = results;
        this.bans = new Bans(desk, around.clock);
        this.audit = new Audit(desk, around.clock);
        this.accounts = new Accounts(desk, around.clock, around.random);
        this.boards = new Boards(desk, around.clock);
    }

    /** Time and chance, and what is a secret. */
    private record Surroundings(InstantSource clock, RandomGenerator random, byte[] key) {}

    /**
     * Opens it, brings its tables up to date, and goes on with rounds that an earlier process left
     * in the journal; a {@link StoreProblem} says what to do if it can't.
     */
    public static Store open(StoreSettings settings, InstantSource clock, RandomGenerator random) {
        Database.makeDirectory(settings.directory());
        Database database = Database.of(settings);
        var first = new Access(database);
        try {
            first.transact(
                    connection -> {
                        Migrations.run(database, connection, clock.instant());
                        return true;
                    });
            Journal journal =
                    Journal.open(settings.directory().resolve("journal"), settings.journalBytes());
            var results = new Results(journal, new Delivery(journal, database, new Rounds()));
            byte[] key = KeyFile.read(settings.directory().resolve("token.key"), random);
            var store =
                    new Store(settings, database, results, new Surroundings(clock, random, key));
            results.start();
            store.refresh().toCompletableFuture().join();
            LOG.log(Level.INFO, "the store is {0}", database.name());
            return store;
        } catch (SQLException failed) {
            throw database.explained(failed);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } finally {
            first.close(/* last= */ false);
        }
    }

    /** A secret that stays the same from start to start. */
    public byte[] key() {
        return key.clone();
    }

    /** Finished rounds are handed over here. */
    public Results results() {
        return results;
    }

    public Bans bans() {
        return bans;
    }

    public Audit audit() {
        return audit;
    }

    public Accounts accounts() {
        return accounts;
    }

    public Boards boards() {
        return boards;
    }

    /** Learns what other servers on the same database wrote; to be asked for now and then. */
    public CompletionStage<Boolean> refresh() {
        return bans.refresh().thenCombine(accounts.refresh(), Boolean::logicalAnd);
    }

    @Override
    public Optional<Ban> ban(InetAddress address) {
        return bans.of(address);
    }

    @Override
    public Optional<Ban> ban(String account) {
        return bans.of(account);
    }

    @Override
    public Optional<Claim> claim(String name) {
        return accounts.of(name);
    }

    @Override
    public Optional<Claim> claim(long account) {
        return accounts.of(account);
    }

    /** Writes what waits, and lets the rounds that are under way arrive. */
    @Override
    public void close() {
        results.close(settings.patience());
        accounts.close();
        desk.close();
    }
}
