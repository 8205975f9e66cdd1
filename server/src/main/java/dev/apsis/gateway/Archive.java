package dev.apsis.gateway;

import dev.apsis.store.Roll;
import dev.apsis.store.Store;

import org.jspecify.annotations.Nullable;

/** What a server remembers when it has ended: a store, or nothing. */
public record Archive(@Nullable Store store) {
    /** Of a server where everybody is a guest and nothing is kept. */
    public static final Archive NONE = new Archive(null);

    /** Signs sessions: as before a restart, if there is a store to keep the key. */
    public Tokens tokens() {
        return store == null ? Tokens.ofThisProcess() : new Tokens(store.key());
    }

    /** After the last room has ended; takes time. */
    public void close() {
        if (store != null) {
            store.close();
        }
    }

    /** What is asked at the door. */
    Roll roll() {
        return store == null ? Roll.EMPTY : store;
    }
}
