package dev.apsis.gateway;

/** What the lobby tells all gateways, at {@link #ADDRESS}: rooms come and go. */
public sealed interface LobbyNews {
    String ADDRESS = "lobby.news";

    record Opened(Venue venue) implements LobbyNews {}

    record Closed(Venue venue) implements LobbyNews {}

    /** The server is about to end: nobody is let in any more. */
    record Draining() implements LobbyNews {}
}
