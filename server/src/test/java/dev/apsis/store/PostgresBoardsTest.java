package dev.apsis.store;

import org.junit.jupiter.api.extension.RegisterExtension;

import java.nio.file.Path;

/** Boards, kept by a real PostgreSQL. */
class PostgresBoardsTest extends BoardsContract {
    @RegisterExtension static final RealPostgres POSTGRES = new RealPostgres();

    @Override
    StoreSettings settings(Path directory) {
        return POSTGRES.database(StoreSettings.embedded(directory));
    }
}
