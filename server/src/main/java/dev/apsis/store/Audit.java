package dev.apsis.store;

import dev.apsis.store.AuditEntry.Deed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What those who may do much have done. Used from any thread, none of which waits. */
public final class Audit {
    /** A page has so many lines at most. */
    public static final int MAX_PAGE = 500;

    private final Desk desk;
    private final InstantSource clock;

    Audit(Desk desk, InstantSource clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /** Answered with its line when that is written; a deed worth noting waits for the answer. */
    public CompletionStage<AuditEntry> note(Deed deed) {
        Instant now = clock.instant();
        return desk.ask(
                connection -> {
                    long id =
                            Row.insert(
                                    connection,
                                    "INSERT INTO audit (at, done_by, role, action, target, detail)"
                                            + " VALUES (?, ?, ?, ?, ?, ?)",
                                    now,
                                    deed.by(),
                                    deed.role(),
                                    deed.action(),
                                    deed.target(),
                                    deed.detail());
                    return new AuditEntry(id, now, deed);
                });
    }

    /** The newest lines before one, the newest first; {@link Long#MAX_VALUE} is before none. */
    public CompletionStage<List<AuditEntry>> before(long id, int limit) {
        int lines = Math.clamp(limit, 1, MAX_PAGE);
        return desk.ask(
                connection ->
                        Row.all(
                                connection,
                                Audit::entry,
                                "SELECT * FROM audit WHERE id < ? ORDER BY id DESC LIMIT ?",
                                id,
                                lines));
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                Row.instant(row, "at"),
                new Deed(
                        row.getString("done_by"),
                        row.getString("role"),
                        row.getString("action"),
                        row.getString("target"),
                        row.getString("detail")));
    }
}
