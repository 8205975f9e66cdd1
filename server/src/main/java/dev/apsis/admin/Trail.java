package dev.apsis.admin;

import dev.apsis.log.Journal;
import dev.apsis.log.Tag;
import dev.apsis.store.AuditEntry;
import dev.apsis.store.Store;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What admins did: in the log at once, and in the store, where there is one. Shared by all event
 * loops; it keeps nothing.
 */
final class Trail {
    private static final Journal LOG = Journal.of(Trail.class);

    private final @Nullable Store store;

    Trail(@Nullable Store store) {
        this.store = store;
    }

    /** Answered when it is written down; without a store, at once. */
    Future<?> note(Badge by, String action, String target, String detail) {
        LOG.warn(
                "admin: " + action,
                new Tag("by", by.name()),
                new Tag("role", by.role().word()),
                new Tag("target", target),
                new Tag("detail", detail));
        Store kept = store;
        if (kept == null) {
            return Future.succeededFuture();
        }
        var deed = new AuditEntry.Deed(by.name(), by.role().word(), action, target, detail);
        return here(kept.audit().note(deed));
    }

    /** The newest lines before one. */
    Future<List<AuditEntry>> before(long id, int limit) {
        Store kept = store;
        return kept == null
                ? Future.succeededFuture(List.of())
                : here(kept.audit().before(id, limit));
    }

    /** The store answers on its own thread; who asked hears it on its event loop. */
    static <T> Future<T> here(CompletionStage<T> answer) {
        Context context = Vertx.currentContext();
        return context == null
                ? Future.fromCompletionStage(answer)
                : Future.fromCompletionStage(answer, context);
    }
}
