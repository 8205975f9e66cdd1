package dev.apsis.app;

import dev.apsis.config.DirectoryKeys;
import dev.apsis.config.Hours;
import dev.apsis.config.RoomKeys;
import dev.apsis.config.RoomSettings;
import dev.apsis.config.ServerKeys;
import dev.apsis.config.Settings;
import dev.apsis.config.StoreKeys;
import dev.apsis.config.Turn;
import dev.apsis.directory.PublicAddress;
import dev.apsis.engine.BotPolicy;
import dev.apsis.engine.EntryRules;
import dev.apsis.engine.Idleness;
import dev.apsis.engine.Matter;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.VoteRules;
import dev.apsis.gateway.Approach;
import dev.apsis.gateway.ChatPolicy;
import dev.apsis.gateway.RoomWish;
import dev.apsis.gateway.Tokens;
import dev.apsis.listing.ListingSettings;
import dev.apsis.orbit.ArenaChoice;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.GameSettings.Game;
import dev.apsis.store.StoreSettings;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** What settings and wishes come to: their words become rooms, rules and times. Pure. */
final class Plans {
    private Plans() {}

    /** Without a secret of its own a server signs with the key its store keeps, if it has one. */
    static Server.Start start(Settings settings, Tokens otherwise, long seed) {
        String secret = settings.get(ServerKeys.TOKEN_SECRET);
        return new Server.Start(
                settings.get(ServerKeys.HOST),
                settings.get(ServerKeys.PORT),
                Set.copyOf(settings.get(ServerKeys.ORIGINS)),
                secret.isEmpty() ? otherwise : new Tokens(secret.getBytes(StandardCharsets.UTF_8)),
                house(settings),
                Upkeep.STANDARD,
                seed,
                Approach.DIRECT);
    }

    static StoreSettings store(Settings settings) {
        return StoreSettings.embedded(Path.of(settings.get(StoreKeys.DIRECTORY)))
                .at(
                        settings.get(StoreKeys.URL),
                        settings.get(StoreKeys.USER),
                        settings.get(StoreKeys.PASSWORD))
                .withJournalBytes(settings.get(StoreKeys.JOURNAL_MIB) * 1024L * 1024);
    }

    /** A server without an address of its own may still show the list. */
    static ListingSettings listing(Settings settings) {
        return new ListingSettings(
                settings.get(DirectoryKeys.URLS),
                PublicAddress.read(settings.get(DirectoryKeys.ADDRESS)).orElse(null),
                settings.get(DirectoryKeys.NAME).strip(),
                settings.get(DirectoryKeys.DESCRIPTION));
    }

    static House house(Settings settings) {
        String zone = settings.get(ServerKeys.TIME_ZONE);
        return new House(
                settings.rooms().stream().map(Plans::room).toList(),
                new House.OnDemand(
                        settings.get(ServerKeys.ROOMS_ON_DEMAND),
                        settings.get(ServerKeys.SEATS_ON_DEMAND),
                        settings.get(ServerKeys.BOTS_ON_DEMAND)),
                zone.equals("system") ? ZoneId.systemDefault() : ZoneId.of(zone));
    }

    private static RoomPlan room(RoomSettings room) {
        boolean waits = room.get(RoomKeys.WAIT_FOR_BOTS);
        return new RoomPlan(
                room.name(),
                turns(room),
                RoomTiming.STANDARD.with(idleness(room)).waitingForBots(waits),
                new EntryRules(
                        room.get(RoomKeys.PASSWORD),
                        BotPolicy.valueOf(word(room.get(RoomKeys.BOT_POLICY))),
                        room.get(RoomKeys.RESERVED_SEATS),
                        room.get(RoomKeys.RESERVED_PASSWORD)),
                new RoomPlan.Front(
                        room.get(RoomKeys.LISTED) && !waits,
                        ChatPolicy.valueOf(word(room.get(RoomKeys.CHAT))),
                        room.get(RoomKeys.MOTD)),
                new CrewPlan(room.get(RoomKeys.BOTS), room.get(RoomKeys.BOT_LEVELS)),
                votes(room),
                room.get(RoomKeys.SCHEDULE).stream().map(Hours::of).toList());
    }

    /** What somebody wished for. */
    static RoomPlan room(String name, RoomWish wish) {
        RoomTiming timing = RoomTiming.STANDARD.waitingForBots(wish.waitsForBots());
        GameSettings game =
                GameSettings.of(
                        Game.valueOf(word(wish.mode())),
                        wish.teams(),
                        wish.capacity(),
                        timing.ticksPerSecond());
        return new RoomPlan(
                name,
                List.of(game),
                timing,
                new EntryRules(wish.password(), wish.botPolicy()),
                new RoomPlan.Front(wish.listed(), wish.chat(), ""),
                new CrewPlan(wish.bots()),
                VoteRules.STANDARD,
                List.of());
    }

    private static Idleness idleness(RoomSettings room) {
        return new Idleness(
                Duration.ofSeconds(room.get(RoomKeys.IDLE_SECONDS)),
                Duration.ofSeconds(room.get(RoomKeys.AWAY_SECONDS)),
                !room.get(RoomKeys.SPARE_BOTS));
    }

    private static VoteRules votes(RoomSettings room) {
        return new VoteRules(
                room.get(RoomKeys.VOTES).stream()
                        .map(word -> Matter.valueOf(word(word)))
                        .collect(Collectors.toSet()),
                room.get(RoomKeys.VOTE_PERCENT),
                Duration.ofSeconds(room.get(RoomKeys.VOTE_SECONDS)),
                Duration.ofSeconds(room.get(RoomKeys.VOTE_COOLDOWN_SECONDS)));
    }

    private static List<GameSettings> turns(RoomSettings room) {
        List<Turn> turns = room.get(RoomKeys.ROTATION).stream().map(Turn::of).toList();
        if (turns.isEmpty()) {
            var one =
                    new Turn(
                            room.get(RoomKeys.MODE), OptionalInt.empty(), room.get(RoomKeys.ARENA));
            return List.of(game(one, room));
        }
        return turns.stream().map(turn -> game(turn, room)).toList();
    }

    private static GameSettings game(Turn turn, RoomSettings room) {
        int ticksPerSecond = RoomTiming.STANDARD.ticksPerSecond();
        GameSettings game =
                GameSettings.of(
                        Game.valueOf(word(turn.mode())),
                        turn.teams().orElse(room.get(RoomKeys.TEAMS)),
                        room.get(RoomKeys.CAPACITY),
                        ticksPerSecond);
        boolean dealsAnew = room.get(RoomKeys.BALANCE).equals("rounds");
        return game.in(ArenaChoice.valueOf(word(turn.arena())), ticksPerSecond)
                .dealingAnew(dealsAnew);
    }

    private static String word(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
