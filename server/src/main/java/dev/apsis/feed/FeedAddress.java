package dev.apsis.feed;

/** Where on the event bus a channel's owner is followed and asked. */
public final class FeedAddress {
    private FeedAddress() {}

    /** Where a room's feed is, by the room's address. */
    public static String room(String address) {
        return "feed.room." + address;
    }

    /** Where one session's own feed is. */
    public static String session(String session) {
        return "feed.me." + session;
    }

    /** Where a channel's owner is asked for an {@link Account}. */
    public static String account(String feed) {
        return feed + ".account";
    }
}
