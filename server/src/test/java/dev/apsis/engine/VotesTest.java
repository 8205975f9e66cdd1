package dev.apsis.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.game.Pilot;
import dev.apsis.orbit.Arenas;
import dev.apsis.orbit.Orbit;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the people of a stepped room vote on. */
class VotesTest {
    private static final int SECOND = 60;

    private final Room room =
            new Room(
                    new Orbit(Arenas.lone(8, 60), 8, 7),
                    RoomTiming.STANDARD.with(Idleness.NEVER),
                    EntryRules.NONE);

    private Seating.Seated sit(String name, boolean bot, boolean house) {
        var join = new RoomMessage.Join(name, new Pilot(name, bot), "", house);
        return assertInstanceOf(Seating.Seated.class, room.join(join));
    }

    private Seating.Seated sit(String name) {
        return sit(name, false, false);
    }

    private List<RoomNews> call(Seating.Seated who, Matter matter, String name) {
        return room.ballots().call(new RoomMessage.Call(who.seat(), who.link(), matter, name));
    }

    private List<RoomNews> cast(Seating.Seated who, boolean yes) {
        return room.ballots().cast(new RoomMessage.Cast(who.seat(), who.link(), yes));
    }

    private List<RoomNews> pass(int seconds) {
        List<RoomNews> news = new ArrayList<>();
        for (int i = 0; i < seconds * SECOND; i++) {
            room.tick();
            if (room.tickNumber() % SECOND == 0) {
                news.addAll(room.ballots().judge());
            }
        }
        return news;
    }

    private static String words(List<RoomNews> news) {
        StringBuilder words = new StringBuilder();
        for (RoomNews each : news) {
            words.append(each instanceof RoomNews.Said said ? said.words() : each).append('\n');
        }
        return words.toString();
    }

    @Test
    void whoIsAloneDecidesAlone() {
        Seating.Seated ann = sit("ann");
        List<RoomNews> news = call(ann, Matter.NEXT, "");
        assertTrue(news.contains(new RoomNews.Decided(Matter.NEXT)), words(news));
    }

    @Test
    void aMajorityDecidesAndBotsHaveNoVote() {
        Seating.Seated ann = sit("ann");
        Seating.Seated bob = sit("bob");
        sit("cy");
        Seating.Seated bot = sit("bot", true, false);
        sit("house", true, true);
        assertTrue(words(call(ann, Matter.RESTART, "")).contains("ann calls a vote: restart"));
        assertTrue(words(cast(bot, true)).contains("votes are for people"));
        assertTrue(words(call(bob, Matter.NEXT, "")).contains("there is a vote already"));
        List<RoomNews> news = cast(bob, true);
        assertTrue(news.contains(new RoomNews.Decided(Matter.RESTART)), words(news));
    }

    @Test
    void aVoteIsOverWhenItIsLostOrItsTimeIs() {
        Seating.Seated ann = sit("ann");
        Seating.Seated bob = sit("bob");
        call(ann, Matter.NEXT, "");
        assertTrue(words(cast(bob, false)).contains("the vote on next is over: 1 said yes, 2"));
        assertTrue(words(call(bob, Matter.NEXT, "")).contains("may be called in 61 s"));
        pass(61);
        call(bob, Matter.NEXT, "");
        assertTrue(words(pass(31)).contains("is over: 1 said yes, 2 were needed"));
        assertTrue(words(cast(ann, true)).contains("there is no vote"));
    }

    @Test
    void whoLeftIsNotCountedAndWhoTookTheSeatBackHasVoted() {
        Seating.Seated ann = sit("ann");
        sit("bob");
        Seating.Seated cy = sit("cy");
        call(ann, Matter.NEXT, "");
        Seating.Seated again = sit("ann");
        assertTrue(again.link() != ann.link());
        assertEquals(List.of(), cast(ann, false), "an old link says nothing");
        room.leave(new RoomMessage.Leave(cy.seat(), cy.link(), true));
        assertEquals("", words(pass(1)));
        room.leave(new RoomMessage.Leave(1, 2, true));
        List<RoomNews> news = pass(1);
        assertTrue(news.contains(new RoomNews.Decided(Matter.NEXT)), words(news));
    }

    @Test
    void whoIsVotedOutHasNoSeatAndDoesNotComeBack() {
        Seating.Seated ann = sit("ann");
        Seating.Seated bob = sit("bob");
        Seating.Seated eve = sit("Eve");
        assertTrue(words(call(ann, Matter.KICK, "nobody")).contains("no pilot of that name"));
        assertTrue(words(call(ann, Matter.KICK, "eve")).contains("kick Eve"));
        List<RoomNews> news = cast(bob, true);
        assertTrue(news.stream().anyMatch(RoomNews.SentAway.class::isInstance), words(news));
        assertEquals(2, room.people().size());
        var join = new RoomMessage.Join("Eve", new Pilot("Eve", false), "");
        assertInstanceOf(Seating.VotedOut.class, room.join(join));
        assertEquals(List.of(), cast(eve, true));
    }

    @Test
    void nobodySendsSomebodyAwayAlone() {
        Seating.Seated ann = sit("ann");
        sit("bot", true, false);
        assertTrue(words(call(ann, Matter.KICK, "bot")).contains("1 said yes, 2 were needed"));
        assertEquals(2, room.people().size());
    }

    @Test
    void aBotOfTheHouseCanNotBeVotedOut() {
        Seating.Seated ann = sit("ann");
        sit("hal", true, true);
        assertTrue(words(call(ann, Matter.KICK, "hal")).contains("no pilot of that name"));
    }

    @Test
    void whoLeavesDuringTheVoteIsNotVotedOut() {
        Seating.Seated ann = sit("ann");
        sit("bob");
        sit("cy");
        Seating.Seated eve = sit("eve");
        call(ann, Matter.KICK, "eve");
        room.leave(new RoomMessage.Leave(eve.seat(), eve.link(), true));
        assertTrue(words(pass(1)).contains("the vote on kick eve is over"));
    }

    @Test
    void aRoomSaysWhatMayBeVotedOn() {
        Seating.Seated ann = sit("ann");
        var rules = new VoteRules(Set.of(Matter.KICK), 50, Duration.ofSeconds(9), Duration.ZERO);
        room.amend(new RoomMessage.Amend(EntryRules.NONE, Idleness.NEVER, rules));
        assertTrue(words(call(ann, Matter.NEXT, "")).contains("there are no votes on next"));
    }

    @Test
    void reservedSeatsAreForWhoKnowsTheirPassword() {
        var rules = new EntryRules("", BotPolicy.OPEN, 6, "key");
        room.amend(new RoomMessage.Amend(rules, Idleness.NEVER, VoteRules.STANDARD));
        sit("ann");
        sit("bob");
        var cy = new RoomMessage.Join("cy", new Pilot("cy", false), "");
        assertInstanceOf(Seating.Full.class, room.join(cy));
        var guest = new RoomMessage.Join("cy", new Pilot("cy", false), "key");
        for (int i = 0; i < 6; i++) {
            var join = new RoomMessage.Join("vip" + i, guest.pilot(), "key");
            assertInstanceOf(Seating.Seated.class, room.join(join));
        }
        assertInstanceOf(Seating.Full.class, room.join(guest));
    }
}
