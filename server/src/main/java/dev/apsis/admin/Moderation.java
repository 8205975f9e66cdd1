package dev.apsis.admin;

import dev.apsis.gateway.Guest;
import dev.apsis.gateway.Post;
import dev.apsis.gateway.Posts;
import dev.apsis.protocol.message.Refusal;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What moderators do with players: send away, silence, speak. Shared; it keeps nothing. */
final class Moderation {
    private static final int MAX_REASON_CHARS = 200;
    private static final int MAX_WORDS_CHARS = 120;
    private static final int MAX_MUTE_MINUTES = 7 * 24 * 60;
    private static final int STANDARD_MUTE_MINUTES = 30;

    private final Posts posts;
    private final Mutes mutes;
    private final Trail trail;

    Moderation(Posts posts, Mutes mutes, Trail trail) {
        this.posts = posts;
        this.mutes = mutes;
        this.trail = trail;
    }

    /** Everybody who is connected, wherever. */
    Future<List<Guest>> guests() {
        return posts.ask(Post::guests).map(all -> all.stream().flatMap(List::stream).toList());
    }

    /** The player a path names, or empty. */
    Future<Optional<Guest>> guest(RoutingContext context) {
        String id = context.pathParam("id");
        return guests().map(
                        all ->
                                all.stream()
                                        .filter(guest -> String.valueOf(guest.id()).equals(id))
                                        .findFirst());
    }

    Future<JsonObject> kick(Badge by, Guest guest, Wish wish) {
        String reason = wish.words("reason", MAX_REASON_CHARS);
        if (!wish.problems().isEmpty()) {
            return refused(wish);
        }
        String words = Refusal.KICKED.text() + (reason.isEmpty() ? "" : ": " + reason);
        return trail.note(by, "kick", who(guest), reason)
                .compose(
                        noted -> posts.ask(post -> post.dismiss(guest.id(), Refusal.KICKED, words)))
                .map(gone -> new JsonObject().put("kicked", gone.contains(true)));
    }

    /** So long nobody hears the player, who may also connect again meanwhile; 0 minutes undo it. */
    Future<JsonObject> mute(Badge by, Guest guest, Wish wish) {
        int minutes = wish.number("minutes", MAX_MUTE_MINUTES, STANDARD_MUTE_MINUTES);
        String reason = wish.words("reason", MAX_REASON_CHARS);
        if (guest.mark().isEmpty()) {
            wish.object("a spectator has no voice to mute");
        }
        if (!wish.problems().isEmpty()) {
            return refused(wish);
        }
        String detail = minutes + " min" + (reason.isEmpty() ? "" : ": " + reason);
        return trail.note(by, minutes > 0 ? "mute" : "unmute", who(guest), detail)
                .map(
                        noted -> {
                            if (minutes > 0) {
                                mutes.mute(guest.mark(), Duration.ofMinutes(minutes));
                            } else {
                                mutes.unmute(guest.mark());
                            }
                            return new JsonObject().put("muted", minutes > 0);
                        });
    }

    /** Says a line to a room, or to everybody. */
    Future<JsonObject> announce(Badge by, Wish wish) {
        String words = wish.someWords("words", MAX_WORDS_CHARS);
        String room = wish.words("room", MAX_REASON_CHARS);
        if (!wish.problems().isEmpty()) {
            return refused(wish);
        }
        return trail.note(by, "announce", room.isEmpty() ? "everybody" : room, words)
                .compose(
                        noted ->
                                posts.ask(
                                        post -> post.announce(room.isEmpty() ? null : room, words)))
                .map(
                        heard ->
                                new JsonObject()
                                        .put("heard", heard.stream().mapToInt(each -> each).sum()));
    }

    static <T> Future<T> refused(Wish wish) {
        return Future.failedFuture(new Refused(wish.problems()));
    }

    static String who(Guest guest) {
        return guest.name() + " (" + guest.mark() + ", " + guest.address() + ')';
    }

    /** What an admin asked for can't be done, and why. */
    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(@Nullable String why) {
            super(why);
        }
    }
}
