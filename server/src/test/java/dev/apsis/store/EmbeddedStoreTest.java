package dev.apsis.store;

import java.nio.file.Path;

/** The contract, kept by the embedded database. */
class EmbeddedStoreTest extends StoreContract {
    @Override
    StoreSettings settings(Path directory) {
        return StoreSettings.embedded(directory);
    }
}
