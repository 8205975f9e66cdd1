package dev.apsis.store;

import java.nio.file.Path;

/** The embedded database dies with the process, in the middle of what it writes. */
class EmbeddedKillTest extends KillContract {
    @Override
    StoreSettings settings(Path directory) {
        return StoreSettings.embedded(directory);
    }
}
