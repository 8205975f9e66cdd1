package dev.apsis.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.config.LiveSettings;
import dev.apsis.config.Reading;
import dev.apsis.config.Settings;
import dev.apsis.config.Sources;
import dev.apsis.engine.BotPolicy;
import dev.apsis.engine.RoomTiming;
import dev.apsis.gateway.ChatPolicy;
import dev.apsis.gateway.Tokens;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the words of a configuration come to. */
class PlansTest {
    @TempDir private Path folder;

    private House house(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), yaml);
        Reading reading = new Sources(file, Map.of(), Map.of()).read();
        assertEquals(List.of(), reading.problems());
        return Plans.house(reading.settings());
    }

    @Test
    void aServerNobodyConfiguredIsTheOneTheOptionsPromise() {
        Settings standard = LiveSettings.standard().wanted();
        Server.Start start = Plans.start(standard, Tokens.ofThisProcess(), 7);
        assertEquals(7777, start.port());
        RoomPlan room = start.house().rooms().get(0);
        var promised = new RoomPlan("arena", GameSettings.of(Game.FFA, 2, 32, 60), 0);
        assertEquals(promised, room);
        assertEquals(RoomTiming.STANDARD, room.timing());
        assertEquals(House.OnDemand.STANDARD, start.house().onDemand());
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "lone", "cluster", "mirrored"})
    void everyArenaCanBePlayedInEveryMode(String arena) throws IOException {
        String turns = "[ffa@%s, teams-3@%s, duel@%s]".replace("%s", arena);
        List<GameSettings> games = house("room: {rotation: " + turns + "}").rooms().get(0).turns();
        assertEquals(List.of(32, 32, 2), games.stream().map(GameSettings::capacity).toList());
        assertEquals(3, games.get(1).teams());
        games.forEach(game -> assertTrue(game.arena().bodies().size() >= 3));
    }

    @Test
    void everyWordOfAChoiceMeansSomething() throws IOException {
        for (ChatPolicy chat : ChatPolicy.values()) {
            House house = house("room: {chat: " + chat.word() + "}");
            assertEquals(chat, house.rooms().get(0).front().chat());
        }
        for (BotPolicy bots : BotPolicy.values()) {
            House house = house("room: {bot-policy: " + bots.word() + "}");
            assertEquals(bots, house.rooms().get(0).entry().bots());
        }
        assertTrue(house("room: {balance: rounds}").rooms().get(0).turns().get(0).dealsAnew());
        assertFalse(house("room: {balance: joins}").rooms().get(0).turns().get(0).dealsAnew());
    }
}
