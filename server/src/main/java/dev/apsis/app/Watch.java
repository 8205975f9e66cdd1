package dev.apsis.app;

import dev.apsis.admin.AdminApi;
import dev.apsis.admin.Badges;
import dev.apsis.admin.HouseSentry;
import dev.apsis.admin.Mutes;
import dev.apsis.admin.Program;
import dev.apsis.admin.Steering;
import dev.apsis.config.LiveSettings;
import dev.apsis.engine.ByReference;
import dev.apsis.gateway.Archive;
import dev.apsis.gateway.Care;
import dev.apsis.gateway.LobbyMessage;
import dev.apsis.gateway.Posts;
import dev.apsis.listing.Announcer;
import dev.apsis.listing.ListingSettings;
import dev.apsis.store.Roll;
import dev.apsis.store.Store;
import dev.apsis.watch.GcPauses;
import dev.apsis.watch.WatchApi;
import dev.apsis.watch.Watchtower;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Who looks after a server: those who have a badge, with what the store remembers and what is set;
 * {@code stop} ends it after so many seconds at the latest. {@code announcer} tells others of it.
 */
public record Watch(
        Badges badges,
        Archive archive,
        LiveSettings settings,
        Announcer announcer,
        IntConsumer stop) {
    /** The same of a server that announces itself to nobody. */
    public Watch(Badges badges, Archive archive, LiveSettings settings, IntConsumer stop) {
        this(badges, archive, settings, unannounced(), stop);
    }

    private static Announcer unannounced() {
        return new Announcer(ListingSettings.NONE, Main.version(), new SecureRandom());
    }

    /** Nobody does. */
    static Watch closed(Archive archive) {
        return closed(archive, ListingSettings.NONE);
    }

    /** Nobody does, but it may be listed. */
    static Watch closed(Archive archive, ListingSettings listing) {
        return new Watch(
                Badges.NONE,
                archive,
                LiveSettings.standard(),
                new Announcer(listing, Main.version(), new SecureRandom()),
                seconds -> {});
    }

    /** What gateways are given of it. */
    Care care(Vertx vertx, GcPauses pauses) {
        var posts = new Posts();
        var tower = new Watchtower(posts, pauses, Main.version());
        var mutes = new Mutes(InstantSource.system());
        Store store = archive.store();
        var sentry = new HouseSentry(store == null ? Roll.EMPTY : store, mutes);
        var steering =
                new Steering(
                        badges,
                        tower,
                        posts,
                        sentry,
                        store,
                        settings,
                        program(vertx),
                        Main.version());
        var admin = new AdminApi(steering, InstantSource.system(), System::nanoTime);
        return new Care(posts, sentry, List.of(new WatchApi(tower), admin), announcer);
    }

    private Program program(Vertx vertx) {
        return new Program() {
            @Override
            public void stop(int seconds) {
                stop.accept(seconds);
            }

            @Override
            public Future<?> begin(String room, boolean nextTurn) {
                return vertx.eventBus()
                        .request(
                                LobbyMessage.ADDRESS,
                                new LobbyMessage.Begin(room, nextTurn),
                                ByReference.DELIVERY);
            }
        };
    }
}
