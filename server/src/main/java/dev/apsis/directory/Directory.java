package dev.apsis.directory;

import dev.apsis.door.Source;
import dev.apsis.log.Journal;
import dev.apsis.log.Tag;

import io.vertx.core.Future;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Decides who is in the list: hears heartbeats, has new servers looked at, and those it knows now
 * and then. Owned by one event loop.
 */
final class Directory {
    /** In one sweep: a full list is looked through in less than a minute. */
    private static final int MAX_RECHECKS = 200;

    private static final Journal LOG = Journal.of(Directory.class);

    private final Register register = new Register();
    private final Looks looks = new Looks();
    private final Reach reach;
    private final Names names;
    private final Inspection inspection;
    private final LongSupplier millis;

    Directory(Reach reach, Names names, Inspection inspection, LongSupplier millis) {
        this.reach = reach;
        this.names = names;
        this.inspection = inspection;
        this.millis = millis;
    }

    /** What hosts stand for: their addresses, or a failure. */
    interface Names {
        Future<List<InetAddress>> resolve(String host);
    }

    /** All that are listed, where most play first. */
    List<Listed> all() {
        return register.all();
    }

    /** Takes a heartbeat; fails with {@link Denied} if its server can't be listed. */
    Future<Listed> hear(Announcement announced, InetAddress caller) {
        Listed known = register.hear(announced, millis.getAsLong());
        if (known != null && register.has(announced)) {
            return Future.succeededFuture(known);
        }
        String source = Source.of(caller);
        try {
            register.admit(announced, source);
        } catch (Denied denied) {
            return Future.failedFuture(denied);
        }
        return looks.take(source, () -> inspect(announced, caller, source));
    }

    private Future<Listed> inspect(Announcement announced, InetAddress caller, String source) {
        PublicAddress address = announced.address();
        return names.resolve(address.bareHost())
                .recover(why -> Future.failedFuture(unresolved(address, why)))
                .compose(hosts -> chosen(address, hosts, caller))
                .compose(
                        at ->
                                inspection
                                        .look(announced, at)
                                        .map(latency -> met(announced, at, source, latency)))
                .compose(this::list);
    }

    private static Denied unresolved(PublicAddress address, Throwable why) {
        String said = why instanceof TimeoutException ? " is not resolved in time" : " is unknown";
        return new Denied(422, "the name " + address.host() + said);
    }

    private Future<InetAddress> chosen(
            PublicAddress address, List<InetAddress> hosts, InetAddress caller) {
        try {
            return Future.succeededFuture(reach.choose(address, hosts, caller));
        } catch (Denied denied) {
            return Future.failedFuture(denied);
        }
    }

    private Listed met(Announcement announced, InetAddress at, String source, int latencyMillis) {
        long now = millis.getAsLong();
        return new Listed(announced, at, source, latencyMillis, now, now);
    }

    /** The list may have filled meanwhile. */
    private Future<Listed> list(Listed met) {
        try {
            register.admit(met.announced(), met.source());
        } catch (Denied denied) {
            return Future.failedFuture(denied);
        }
        register.list(met);
        LOG.tell("server listed", new Tag("server", met.key()));
        return Future.succeededFuture(met);
    }

    /**
     * Drops the silent and looks at those again that were not for a while; completes when the last
     * of these looks has ended.
     */
    Future<?> sweep() {
        long now = millis.getAsLong();
        register.dropSilent(now).forEach(each -> dropped(each, "silent"));
        List<Future<Integer>> looks =
                register.due(now, MAX_RECHECKS).stream().map(this::again).toList();
        return Future.join(looks).otherwiseEmpty();
    }

    private Future<Integer> again(Listed listed) {
        return inspection
                .look(listed.announced(), listed.at())
                .onSuccess(latency -> register.seen(listed, latency, millis.getAsLong()))
                .onFailure(
                        why -> {
                            register.lost(listed);
                            dropped(listed, String.valueOf(why.getMessage()));
                        });
    }

    private static void dropped(Listed listed, String why) {
        LOG.tell("server dropped", new Tag("server", listed.key()), new Tag("why", why));
    }
}
