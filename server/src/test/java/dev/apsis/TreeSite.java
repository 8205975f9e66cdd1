package dev.apsis;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

import java.nio.file.Path;

/**
 * A site that holds this tree's own files and one empty page, for parts of the client in a real
 * browser without a server. Owned by one test class.
 */
final class TreeSite implements AutoCloseable {
    private static final String ADDRESS = "http://tree.test/";

    private final Chromium chromium;
    private final Page page;

    private TreeSite(Chromium chromium) {
        this.chromium = chromium;
        this.page = chromium.browser().newPage();
    }

    /** Where no browser is this skips or fails, as {@link Chromium#open} says. */
    static TreeSite open() {
        var site = new TreeSite(Chromium.open());
        site.page.route(ADDRESS + "**", TreeSite::serve);
        site.page.navigate(ADDRESS);
        return site;
    }

    Object evaluate(String expression) {
        return page.evaluate(expression);
    }

    Object evaluate(String expression, Object argument) {
        return page.evaluate(expression, argument);
    }

    private static void serve(Route route) {
        String path = route.request().url().substring(ADDRESS.length());
        var answer = new Route.FulfillOptions();
        if (path.isEmpty()) {
            route.fulfill(answer.setContentType("text/html").setBody("<!doctype html>"));
        } else {
            String type = path.endsWith(".json") ? "application/json" : "text/javascript";
            route.fulfill(answer.setContentType(type).setPath(Path.of("..").resolve(path)));
        }
    }

    @Override
    public void close() {
        chromium.close();
    }
}
