package dev.apsis.store;

import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Path;

/** PostgreSQL lives on when the process that fills it dies. */
class PostgresKillTest extends KillContract {
    @RegisterExtension static final RealPostgres POSTGRES = new RealPostgres();

    @Override
    StoreSettings settings(Path directory) {
        return POSTGRES.database(StoreSettings.embedded(directory));
    }
}
