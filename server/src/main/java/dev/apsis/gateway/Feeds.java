package dev.apsis.gateway;

import dev.apsis.engine.ByReference;
import dev.apsis.feed.Account;
import dev.apsis.feed.Bulletin;
import dev.apsis.feed.Chronicle;
import dev.apsis.feed.FeedAddress;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The channels one event loop follows, each from when it is first asked for until it ends: whoever
 * reads, polls or waits is answered from here. Owned by that event loop.
 */
final class Feeds {
    private final Vertx vertx;
    private final Map<String, Following> byAddress = new HashMap<>();

    Feeds(Vertx vertx) {
        this.vertx = vertx;
    }

    /** A room's feed; fails if the room is just closing. */
    Future<Feed> room(Venue venue) {
        String address = FeedAddress.room(venue.address());
        return follow(address, /* onlyWhileRead= */ false);
    }

    /** A session's own feed, followed while somebody reads it. */
    Future<Feed> session(Notifier.Wish wish) {
        return vertx.eventBus()
                .request(Notifier.ADDRESS, wish, ByReference.DELIVERY)
                .compose(kept -> follow(FeedAddress.session(wish.session()), true));
    }

    private Future<Feed> follow(String address, boolean onlyWhileRead) {
        Following known = byAddress.get(address);
        return known != null ? known.begun : begin(address, onlyWhileRead);
    }

    private Future<Feed> begin(String address, boolean onlyWhileRead) {
        var following = new Following(address, onlyWhileRead);
        byAddress.put(address, following);
        following.begun =
                vertx.eventBus()
                        .<Account>request(
                                FeedAddress.account(address), address, ByReference.DELIVERY)
                        .map(Message::body)
                        .map(following::begin)
                        .onFailure(closed -> following.end());
        return following.begun;
    }

    /** Listens from the beginning, so that nothing is missed until the account is here. */
    private final class Following {
        private final String address;
        private final boolean onlyWhileRead;
        private final MessageConsumer<Bulletin> listening;
        private final List<Bulletin> early = new ArrayList<>();
        private @Nullable Feed feed;
        private Future<Feed> begun = Future.failedFuture("not asked yet");

        Following(String address, boolean onlyWhileRead) {
            this.onlyWhileRead = onlyWhileRead;
            this.address = address;
            this.listening = vertx.eventBus().localConsumer(address, news -> take(news.body()));
        }

        Feed begin(Account account) {
            var beginning = new Feed(Chronicle.of(account), onlyWhileRead ? this::end : () -> {});
            feed = beginning;
            early.forEach(beginning::take);
            early.clear();
            return beginning;
        }

        void take(Bulletin bulletin) {
            if (feed == null) {
                early.add(bulletin);
            } else {
                feed.take(bulletin);
            }
            if (bulletin.last()) {
                end();
            }
        }

        void end() {
            byAddress.remove(address, this);
            var unused = listening.unregister();
        }
    }
}
