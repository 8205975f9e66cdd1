package dev.apsis.protocol.vectors;

import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Kill;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.People;
import dev.apsis.protocol.message.Pong;
import dev.apsis.protocol.message.Radar;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.Scores;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Sign;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.message.Wire;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Body;
import dev.apsis.protocol.orbit.Command;

import java.util.ArrayList;
import java.util.List;

/** At least one message of every kind, plain and at its limits. */
final class Samples {
    private static final String LONGEST_NAME = "\u5b87".repeat(24);

    private Samples() {}

    static List<ClientMessage> client() {
        int left = Command.of(Command.LEFT, 0, true, false, false, true, false).packed();
        int aim = Command.of(Command.TOWARDS, 54321, true, false, true, false, true).packed();
        return List.of(
                new ClientMessage.Hello(0x12345678, "Ann", "", "", false, false),
                new ClientMessage.Hello(
                        -1, LONGEST_NAME, "t".repeat(256), "\u00e9\"\\", true, true, 359),
                new ClientMessage.Commands(1022, 3, new int[] {left, aim}),
                new ClientMessage.Commands(0, 0, new int[0]),
                new ClientMessage.Commands(1, 2, new int[] {left, left, aim, 0, 0, aim, left}),
                new ClientMessage.Ping(0),
                new ClientMessage.Ping(65535),
                new ClientMessage.Resync(),
                new ClientMessage.Goodbye(),
                new ClientMessage.Say(false, "hi \ud83d\ude80"),
                new ClientMessage.Pause(true),
                new ClientMessage.Pause(false),
                new ClientMessage.Follow(2047),
                new ClientMessage.Emote(Sign.GOOD_FIGHT),
                new ClientMessage.Emote(Sign.HELLO),
                new ClientMessage.Mute(2047, true),
                new ClientMessage.Mute(0, false),
                new ClientMessage.Look(-32_768, 32_767),
                new ClientMessage.Look(1200, -1));
    }

    static List<ServerMessage> server() {
        var star = new Body(Body.Type.STAR, 160, 100_000_000, -1, 0, 0, 0);
        var moon = new Body(Body.Type.MOON, 30, 900_000, 0, 260, -5, -123_456);
        var arena = new Arena(3000, 60, List.of(star, moon));
        List<ServerMessage> all = new ArrayList<>();
        all.add(new Welcome(5, "abc.def", "arena", 12_345, 2, arena));
        all.add(new Welcome(-1, "", "arena", 0, 2, new Arena(100, 20, List.of())));
        for (Refusal reason : Refusal.values()) {
            all.add(new Refused(reason, reason.text()));
        }
        all.add(new Pong(65535, 99_999, 12_345));
        all.add(
                new People(
                        List.of(
                                new People.Person(0, "Ann", false, 0, Wire.ANY_HUE, 0),
                                new People.Person(2047, "B\"o\u0001b", true, 7, 200, -25))));
        all.add(new People(List.of()));
        all.add(new Notice("the server restarts in a minute"));
        all.add(
                new Radar(
                        60,
                        new int[] {Radar.blip(-1, 99, 0, true), Radar.blip(-500, 500, 7, false)}));
        all.add(new Chat(3, true, "well flown"));
        all.add(new Scores(List.of(new Scores.Score(1, 100), new Scores.Score(2, -25))));
        int[] assists = {3, 4};
        all.add(new Kill(1, 2, Kill.Cause.TORPEDO, true, assists, new Kill.Trips(43, 2047)));
        all.add(new Kill(1, -1, Kill.Cause.STAR, false, new int[0], Kill.Trips.UNKNOWN));
        all.add(
                new Round(
                        Round.Phase.PODIUM,
                        65535,
                        29_520,
                        4,
                        2,
                        List.of(new Round.Standing(4, 2, 2500, 20, 3))));
        all.add(new Round(Round.Phase.PLAYING, 1, 28_800, -1, 0, List.of()));
        all.add(new Emote(3, Sign.NICE_SHOT));
        return all;
    }
}
