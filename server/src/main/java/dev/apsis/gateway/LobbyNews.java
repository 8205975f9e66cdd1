package dev.apsis.gateway;

/** What the lobby tells all gateways, at {@link #ADDRESS}: rooms come and go. */
public sealed interface LobbyNews {
    String ADDRESS = "lobby.news";

    record Opened(Venue venue) implements LobbyNews {}

    record Closed(String room) implements LobbyNews {}
}
