package dev.apsis.admin;

import dev.apsis.config.LiveSettings;
import dev.apsis.gateway.Posts;
import dev.apsis.store.Store;
import dev.apsis.watch.Watchtower;

import org.jspecify.annotations.Nullable;

/** Everything admins work with; without a store nobody can be banned. */
public record Steering(
        Badges badges,
        Watchtower tower,
        Posts posts,
        HouseSentry sentry,
        @Nullable Store store,
        LiveSettings settings,
        Program program,
        String version) {}
