package dev.apsis.store;

import org.jspecify.annotations.Nullable;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One connection to the database, opened when it is needed and again after it broke. Owned by one
 * thread.
 */
final class Access {
    private static final Logger LOG = System.getLogger(Access.class.getName());
    private static final int VALID_SECONDS = 2;

    private final Database database;
    private @Nullable Connection open;

    Access(Database database) {
        this.database = database;
    }

    /** What is done with a connection, in one transaction. */
    interface Work<T extends @Nullable Object> {
        T with(Connection connection) throws SQLException;
    }

    /**
     * All of it is done, or nothing. A connection that turns out to be broken already is replaced
     * once; one that breaks at the end is not, for nobody knows whether that was done.
     */
    <T extends @Nullable Object> T transact(Work<T> work) throws SQLException {
        boolean old = open != null;
        try {
            return commit(attempt(work));
        } catch (Broken broken) {
            if (!old) {
                throw broken.reason;
            }
        }
        try {
            return commit(attempt(work));
        } catch (Broken broken) {
            throw broken.reason;
        }
    }

    /** The connection broke before anything was done. */
    private static final class Broken extends Exception {
        private static final long serialVersionUID = 1;
        final SQLException reason;

        Broken(SQLException reason) {
            super(reason);
            this.reason = reason;
        }
    }

    private <T extends @Nullable Object> T attempt(Work<T> work) throws SQLException, Broken {
        Connection connection = connection();
        boolean done = false;
        try {
            T result = work.with(connection);
            done = true;
            return result;
        } catch (SQLException failed) {
            undo(connection);
            done = true;
            if (open == null) {
                throw new Broken(failed);
            }
            throw failed;
        } finally {
            if (!done) {
                undo(connection);
            }
        }
    }

    private <T extends @Nullable Object> T commit(T result) throws SQLException {
        Connection connection = connection();
        boolean done = false;
        try {
            connection.commit();
            done = true;
            return result;
        } finally {
            if (!done) {
                undo(connection);
            }
        }
    }

    /** After this, what was committed survives the loss of process and power. */
    void harden() throws SQLException {
        Connection connection = connection();
        database.harden(connection);
        connection.commit();
    }

    /** The last access of all ends the database with it. */
    void close(boolean last) {
        try {
            if (last) {
                database.shutDown(connection());
            }
        } catch (SQLException failed) {
            LOG.log(Level.WARNING, "the store was not closed in order", failed);
        }
        drop();
    }

    private Connection connection() throws SQLException {
        Connection connection = open;
        if (connection == null) {
            connection = database.connect();
            open = connection;
        }
        return connection;
    }

    private void undo(Connection connection) {
        try {
            connection.rollback();
            if (connection.isValid(VALID_SECONDS)) {
                return;
            }
        } catch (SQLException broken) {
            LOG.log(Level.DEBUG, "a connection to the store broke", broken);
        }
        drop();
    }

    private void drop() {
        Connection broken = open;
        open = null;
        try {
            if (broken != null) {
                broken.close();
            }
        } catch (SQLException alreadyGone) {
            LOG.log(Level.DEBUG, "a connection to the store was gone already", alreadyGone);
        }
    }
}
