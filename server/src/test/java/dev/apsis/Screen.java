package dev.apsis;

import com.microsoft.playwright.Page;

import java.util.Locale;

/** The screens every page is looked at on: a desk's, a phone held upright, a phone held across. */
enum Screen {
    DESK(1280, 720, false),
    PHONE(390, 844, true),
    PHONE_WIDE(844, 390, true);

    private final int width;
    private final int height;
    private final boolean touch;

    Screen(int width, int height, boolean touch) {
        this.width = width;
        this.height = height;
        this.touch = touch;
    }

    Visitor visitor(Chromium chromium, String address) {
        return touch
                ? Visitor.withPhone(chromium, address, width, height)
                : Visitor.atDesk(chromium, address);
    }

    /** A page that is already open is looked at on this screen. */
    void holds(Page page) {
        page.setViewportSize(width, height);
        page.evaluate("on => document.body.classList.toggle('touch', on)", touch);
    }

    /** How a picture of a page on this screen is called. */
    String of(String page) {
        return this == DESK ? page : page + "-" + name().toLowerCase(Locale.ROOT);
    }
}
