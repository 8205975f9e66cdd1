package dev.apsis.gateway;

import static dev.apsis.PilotClient.done;
import static dev.apsis.PilotClient.hello;
import static dev.apsis.PilotClient.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.function.Predicate.not;

import dev.apsis.PilotClient;
import dev.apsis.app.Server;
import dev.apsis.engine.ByReference;
import dev.apsis.engine.EntryRules;
import dev.apsis.engine.Idleness;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.VoteRules;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Sign;

import io.vertx.core.Vertx;
import io.vertx.junit5.VertxExtension;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Words, signs and wishes that are no commands, over real sockets on two event loops. */
@ExtendWith(VertxExtension.class)
class TalkTest {
    private static final int SEATS = 12;
    private static final int ROOMY = 64;

    private final List<PilotClient> pilots = new ArrayList<>();
    private Vertx vertx;

    @BeforeEach
    void start(Vertx given) {
        vertx = given;
    }

    @AfterEach
    void hangUp() {
        pilots.forEach(PilotClient::close);
    }

    private int serve(Game mode, ChatPolicy chat) {
        return serve(mode, chat, 4);
    }

    private int serve(Game mode, ChatPolicy chat, int seats) {
        var game = GameSettings.of(mode, 2, seats, 60);
        var start = new Server.Start("127.0.0.1", 0, Set.of(), "arena", game, 0, 7).with(chat);
        return done(Server.start(vertx, start, 2)).port();
    }

    private PilotClient connect(int port) {
        PilotClient pilot = PilotClient.connect(vertx, port, "arena");
        pilots.add(pilot);
        return pilot;
    }

    private PilotClient fly(int port, String name) {
        return connect(port).say(hello(name, "")).until(PilotClient::flies);
    }

    /** Flies as a person, who has a vote. */
    private PilotClient visit(int port, String name) {
        return connect(port).say(person(name, "")).until(PilotClient::flies);
    }

    private PilotClient watch(int port) {
        return connect(port).say(person("", "").watching()).until(PilotClient::welcomed);
    }

    private static ClientMessage say(String text) {
        return new ClientMessage.Say(/* team= */ false, text);
    }

    @Test
    void wordsAndSignsReachEverybodyAndSpectatorsOnlyHear() {
        int port = serve(Game.FFA, ChatPolicy.ROOM);
        PilotClient ann = fly(port, "ann");
        PilotClient eve = watch(port);
        int seat = ann.welcome().seat();
        ann.say(say("hi \u202e there")).say(new ClientMessage.Emote(Sign.NICE_SHOT));
        List<String> heard = List.of(seat + ": hi  there", seat + " waves nice_shot");
        ann.until(pilot -> pilot.heard().equals(heard));
        eve.until(pilot -> pilot.heard().equals(heard));
        eve.say(say("boo")).until(pilot -> pilot.notice().contains("only pilots may speak"));
        eve.say(new ClientMessage.Emote(Sign.HA))
                .until(pilot -> pilot.notice().contains("only pilots may give signs"));
    }

    @Test
    void whoIsMutedIsNotHeardUntilHeIsAgain() {
        int port = serve(Game.FFA, ChatPolicy.ROOM);
        PilotClient ann = fly(port, "ann");
        PilotClient bob = fly(port, "bob");
        mute(bob, ann);
        assertUnheardUntilUnmuted(ann, bob);
    }

    @Test
    void aMuteGoesAlongToTheNextMatch() {
        int port = serve(Game.FFA, ChatPolicy.ROOM);
        PilotClient ann = visit(port, "ann");
        PilotClient bob = visit(port, "bob");
        mute(bob, ann);
        ann.say(say("/vote restart"));
        bob.until(pilot -> pilot.notice().contains("/yes or /no")).say(say("/yes"));
        pilots.forEach(pilot -> pilot.until(each -> each.welcomes() == 2));
        pilots.forEach(pilot -> pilot.until(PilotClient::flies));
        assertUnheardUntilUnmuted(ann, bob);
    }

    @Test
    void aMuteOutlastsIdleness() {
        int port = serve(Game.FFA, ChatPolicy.ROOM);
        PilotClient ann = fly(port, "ann");
        PilotClient bob = fly(port, "bob");
        List<String> tokens = pilots.stream().map(each -> each.welcome().token()).toList();
        mute(bob, ann);
        amend(new Idleness(Duration.ofMillis(50), Duration.ZERO, true));
        pilots.forEach(pilot -> pilot.until(each -> each.welcome().seat() < 0));
        amend(Idleness.NEVER);
        bob.say(hello("bob", tokens.get(1))).until(PilotClient::flies);
        ann.say(hello("ann", tokens.get(0))).until(PilotClient::flies);
        assertUnheardUntilUnmuted(ann, bob);
    }

    private void amend(Idleness idleness) {
        var rules = new RoomMessage.Amend(EntryRules.NONE, idleness, VoteRules.STANDARD);
        vertx.eventBus().send(RoomAddress.commands("arena.1"), rules, ByReference.DELIVERY);
    }

    /** Once the one is known to the other's room. */
    private static void mute(PilotClient listener, PilotClient speaker) {
        int seat = speaker.welcome().seat();
        listener.until(pilot -> pilot.people().people().size() == 2)
                .say(new ClientMessage.Mute(seat, true))
                .settle(1);
    }

    /**
     * Who hears its own last sign has sent all before it to every event loop; and what waits at the
     * listener's loop is passed on by the time that one is answered. The last sign itself may come
     * before or after the mute ends.
     */
    private static void assertUnheardUntilUnmuted(PilotClient speaker, PilotClient listener) {
        int seat = speaker.welcome().seat();
        String last = seat + " waves ha";
        speaker.say(say("one")).say(new ClientMessage.Emote(Sign.WOW));
        speaker.say(new ClientMessage.Emote(Sign.HA)).until(pilot -> pilot.heard().contains(last));
        assertEquals(List.of(seat + ": one", seat + " waves wow", last), speaker.heard());
        listener.settle(2).say(new ClientMessage.Mute(seat, false)).settle(3);
        String two = seat + ": two";
        speaker.say(say("two"));
        listener.until(pilot -> pilot.heard().contains(two));
        assertEquals(List.of(two), listener.heard().stream().filter(not(last::equals)).toList());
    }

    @Test
    void whoTalksTooFastIsToldSoAndNotPassedOn() {
        int port = serve(Game.FFA, ChatPolicy.ROOM);
        PilotClient ann = fly(port, "ann");
        for (int i = 0; i < 10; i++) {
            ann.say(say("line " + i));
        }
        ann.until(pilot -> pilot.notice().contains("not so fast")).settle(1);
        assertTrue(ann.heard().size() < 10, ann.heard().toString());
        ann.say(new ClientMessage.Emote(Sign.SORRY))
                .until(pilot -> pilot.heard().getLast().endsWith("waves sorry"));
    }

    @Test
    void aRoomMayAllowSignsOnly() {
        PilotClient ann = fly(serve(Game.FFA, ChatPolicy.OFF), "ann");
        ann.say(say("hi")).until(pilot -> pilot.notice().contains("nobody speaks in this room"));
        ann.say(new ClientMessage.Emote(Sign.HELLO)).until(pilot -> pilot.heard().size() == 1);
    }

    @Test
    void aRoomMayAllowWordsToOnesOwnTeamOnly() {
        int port = serve(Game.TEAMS, ChatPolicy.TEAM);
        PilotClient ann = fly(port, "ann");
        PilotClient bob = fly(port, "bob");
        ann.until(pilot -> pilot.people().people().size() == 2);
        ann.say(say("hi")).until(pilot -> pilot.notice().contains("own team only"));
        ann.say(new ClientMessage.Say(/* team= */ true, "cover me"));
        ann.until(pilot -> pilot.heard().size() == 1);
        bob.settle(1);
        assertEquals(List.of(), bob.heard());
    }

    @Test
    void aSeatlessSideHasNoTeamToSpeakTo() {
        PilotClient ann = fly(serve(Game.FFA, ChatPolicy.ROOM), "ann");
        ann.say(new ClientMessage.Say(/* team= */ true, "cover me"))
                .until(pilot -> pilot.notice().contains("no teams here"));
    }

    @Test
    void theHueOfAHelloIsThatOfTheList() {
        int port = serve(Game.FFA, ChatPolicy.ROOM);
        PilotClient eve = watch(port);
        int schema = person("ann", "").schema();
        connect(port).say(new ClientMessage.Hello(schema, "ann", "", "", false, false, 359));
        eve.until(pilot -> pilot.people().people().size() == 1);
        assertEquals(359, eve.people().people().getFirst().hue());
    }

    @Test
    void whoPausesIsShownNothingUntilSomebodyLooksAgain() {
        int port = serve(Game.FFA, ChatPolicy.ROOM);
        PilotClient ann = fly(port, "ann");
        PilotClient eve = watch(port);
        ann.say(new ClientMessage.Pause(true)).settle(1);
        int before = ann.snapshots();
        eve.until(pilot -> pilot.snapshots() > 10);
        ann.settle(2);
        assertEquals(before, ann.snapshots());
        ann.say(new ClientMessage.Pause(false)).until(pilot -> pilot.snapshots() > before);
    }

    @Test
    void aSpectatorLooksFromWhereThePilotIsWhomItFollows() {
        int port = serve(Game.FFA, ChatPolicy.ROOM, ROOMY);
        for (int i = 0; i < SEATS; i++) {
            fly(port, "pilot " + i);
        }
        PilotClient eve = watch(port);
        eve.until(pilot -> pilot.people().people().size() == SEATS && pilot.snapshots() > 1);
        int far = 0;
        while (eve.sees(far)) {
            far++;
        }
        assertTrue(far < SEATS, "nobody is far from the middle");
        int followed = far;
        eve.say(new ClientMessage.Follow(followed)).until(pilot -> pilot.sees(followed));
        eve.say(new ClientMessage.Look(32_000, -32_000)).until(pilot -> pilot.mirror().size() == 0);
        eve.say(new ClientMessage.Follow(followed)).until(pilot -> pilot.sees(followed));
    }
}
