package dev.apsis.gateway;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;

/**
 * More that is to be had on the same port, beside page, game and API: mounted once for each event
 * loop, before all else.
 */
public interface Annex {
    void mount(Vertx vertx, Router router, Post post);
}
