package dev.apsis.app;

import dev.apsis.config.Hours;
import dev.apsis.engine.BotPolicy;
import dev.apsis.engine.EntryRules;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.VoteRules;
import dev.apsis.gateway.ChatPolicy;
import dev.apsis.orbit.GameSettings;

import java.time.LocalDateTime;
import java.util.List;

/**
 * How a room is to be: what is played there, in turn; how fast and how patiently; who may come in;
 * how it shows itself; its house bots; and when it is open, which is always if no hours are named.
 */
record RoomPlan(
        String name,
        List<GameSettings> turns,
        RoomTiming timing,
        EntryRules entry,
        Front front,
        CrewPlan crew,
        VoteRules votes,
        List<Hours> hours) {
    RoomPlan {
        turns = List.copyOf(turns);
        hours = List.copyOf(hours);
    }

    /** How a room shows itself: in the lobby or not, whom one may speak to, what one is told. */
    record Front(boolean listed, ChatPolicy chat, String motd) {
        static final Front STANDARD = new Front(true, ChatPolicy.ROOM, "");
    }

    /** Whether it is open at a moment. */
    boolean isOpen(LocalDateTime moment) {
        return hours.isEmpty() || hours.stream().anyMatch(each -> each.contain(moment));
    }

    /** One match in a room that is open to everybody. */
    RoomPlan(String name, GameSettings game, int bots) {
        this(
                name,
                List.of(game),
                RoomTiming.STANDARD,
                EntryRules.NONE,
                Front.STANDARD,
                new CrewPlan(bots),
                VoteRules.STANDARD,
                List.of());
    }

    /** The same, where pilots may speak to whom that says. */
    RoomPlan with(ChatPolicy chat) {
        var other = new Front(front.listed(), chat, front.motd());
        return new RoomPlan(name, turns, timing, entry, other, crew, votes, hours);
    }

    /** The same, with seats for such bots. */
    RoomPlan with(BotPolicy bots) {
        return new RoomPlan(name, turns, timing, entry.with(bots), front, crew, votes, hours);
    }

    /** The same, of another timing; a room that waits for bots is not listed. */
    RoomPlan with(RoomTiming other) {
        boolean listed = front.listed() && !other.waitsForBots();
        var shown = new Front(listed, front.chat(), front.motd());
        return new RoomPlan(name, turns, other, entry, shown, crew, votes, hours);
    }
}
