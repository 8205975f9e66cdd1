package dev.apsis.store;

import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Path;

/** The contract, kept by a real PostgreSQL. */
class PostgresStoreTest extends StoreContract {
    @RegisterExtension static final RealPostgres POSTGRES = new RealPostgres();

    @Override
    StoreSettings settings(Path directory) {
        return POSTGRES.database(StoreSettings.embedded(directory));
    }
}
