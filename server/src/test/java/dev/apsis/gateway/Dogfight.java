package dev.apsis.gateway;

import dev.apsis.engine.Room;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomNews;
import dev.apsis.engine.RoomTiming;
import dev.apsis.engine.Seating;
import dev.apsis.engine.game.Fact;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.OrbitLookout;
import dev.apsis.orbit.bot.Crew;
import dev.apsis.protocol.bot.Cockpit;
import dev.apsis.protocol.bot.Heard;
import dev.apsis.protocol.bot.Lead;
import dev.apsis.protocol.bot.Papers;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.Sortie;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.message.ClientMessage;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.message.Wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pilots in lockstep with a real room: each frame is answered before the next tick. The same seed
 * is the same fight. Owned by its test.
 */
final class Dogfight {
    final Room room;
    final List<Seat> seats = new ArrayList<>();

    private static final RoomTiming TIMING = RoomTiming.STANDARD;

    private final GameSettings settings;
    private final Audience audience;
    private final Crew crew;
    private final List<int[]> house = new ArrayList<>();
    private final int[] kills;
    private final int[] deaths;

    /** A pilot, and all it takes to reach it. */
    record Seat(Cockpit cockpit, Sortie sortie, SimulatedLine line, Viewer viewer) {}

    Dogfight(GameSettings settings, long seed) {
        this.settings = settings;
        room = new Room(new Orbit(settings, seed), TIMING);
        var venue =
                new Venue("pit", "ffa", settings.capacity(), false, true, TIMING, settings.arena());
        audience = new Audience(venue, new OrbitLookout(), () -> 0);
        crew = new Crew(settings.arena(), settings.capacity(), seed);
        kills = new int[settings.capacity()];
        deaths = new int[settings.capacity()];
    }

    Dogfight with(Pilot pilot) {
        Seating.Seated seated = sit(pilot.getClass().getSimpleName(), false);
        var line = new SimulatedLine();
        var viewer = new Viewer(line, seated.seat(), seated.link());
        var cockpit =
                new Cockpit(
                        Papers.bot("bot"), bytes -> arrive(bytes, viewer, seated), Lead.fixed(1));
        var sortie = new Sortie(cockpit, pilot);
        var welcome = new Welcome(seated.seat(), "", "pit", 0, 2, settings.arena());
        cockpit.connected(0);
        byte[] bytes = welcome.toBytes();
        sortie.receive(bytes, bytes.length, 0);
        audience.add(viewer);
        seats.add(new Seat(cockpit, sortie, line, viewer));
        return this;
    }

    Dogfight withHouseBot(int level) {
        Seating.Seated seated = sit("house", true);
        crew.add(seated.seat(), level);
        house.add(new int[] {seated.seat(), seated.link()});
        return this;
    }

    Dogfight run(int seconds) {
        audience.take(new RoomNews.Gathered(room.people()));
        for (int i = 0; i < seconds * TIMING.ticksPerSecond(); i++) {
            tick();
        }
        return this;
    }

    int kills(int seat) {
        return kills[seat];
    }

    int deaths(int seat) {
        return deaths[seat];
    }

    private Seating.Seated sit(String name, boolean isHouse) {
        int number = seats.size() + house.size();
        var pilot = new dev.apsis.engine.game.Pilot(name, true);
        var join = new RoomMessage.Join(name + number, pilot, "", isHouse);
        return (Seating.Seated) room.join(join);
    }

    private void tick() {
        Frame frame = room.tick();
        List<Fact> facts = room.facts();
        facts.forEach(this::note);
        if (!facts.isEmpty()) {
            audience.take(new RoomNews.Happened(facts));
        }
        if (frame == null) {
            return;
        }
        audience.take(new RoomNews.Captured(frame));
        for (Seat seat : seats) {
            for (byte[] bytes : seat.line.deliver()) {
                Heard heard = seat.sortie.receive(bytes, bytes.length, 1);
                if (heard instanceof Heard.Garbled(String why)) {
                    throw new AssertionError(why);
                }
            }
        }
        crew.watch(frame);
        for (int[] bot : house) {
            int[] packed = new int[TIMING.ticksPerFrame()];
            Arrays.fill(packed, crew.command(bot[0]));
            room.order(new RoomMessage.Orders(bot[0], bot[1], frame.tick() + 1, packed), 1);
        }
    }

    private void note(Fact fact) {
        crew.hear(fact);
        if (fact instanceof Fact.Downed downed) {
            deaths[downed.victim()]++;
            if (downed.by() >= 0) {
                kills[downed.by()]++;
            }
        }
    }

    private void arrive(byte[] bytes, Viewer viewer, Seating.Seated seated) {
        switch (ClientMessage.read(bytes, bytes.length)) {
            case ClientMessage.Commands commands -> {
                int first = Wire.unwrap(commands.first(), room.tickNumber());
                viewer.seenTick = Wire.unwrap(commands.seen(), room.tickNumber());
                room.order(
                        new RoomMessage.Orders(
                                seated.seat(), seated.link(), first, commands.packed()),
                        1);
            }
            case ClientMessage.Hello hello -> {}
            case ClientMessage.Ping ping -> {}
            case ClientMessage other -> throw new AssertionError("unexpected: " + other);
        }
    }
}
