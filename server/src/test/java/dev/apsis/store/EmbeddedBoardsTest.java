package dev.apsis.store;

import java.nio.file.Path;

/** Boards, kept by the embedded database. */
class EmbeddedBoardsTest extends BoardsContract {
    @Override
    StoreSettings settings(Path directory) {
        return StoreSettings.embedded(directory);
    }
}
