package dev.apsis.gateway;

import dev.apsis.door.Problem;
import dev.apsis.store.StoreProblem;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/** Answers a request with what a store answers, when it does: on the event loop that asked. */
final class StoreReply {
    private StoreReply() {}

    static <T> void await(
            Vertx vertx, RoutingContext context, CompletionStage<T> stage, Consumer<T> answer) {
        Future.fromCompletionStage(stage, vertx.getOrCreateContext())
                .onSuccess(answer::accept)
                .onFailure(failed -> fail(context, failed));
    }

    private static void fail(RoutingContext context, Throwable failed) {
        Throwable cause = failed instanceof CompletionException ? failed.getCause() : failed;
        if (cause instanceof StoreProblem problem) {
            int status = problem.kind() == StoreProblem.Kind.FULL ? 409 : 503;
            Problem.send(context, status, String.valueOf(problem.getMessage()));
        } else {
            context.fail(failed);
        }
    }
}
