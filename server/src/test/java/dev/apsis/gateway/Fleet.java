package dev.apsis.gateway;

import dev.apsis.link.Agenda;
import dev.apsis.link.Figures;
import dev.apsis.link.Hands;
import dev.apsis.link.Keyboard;
import dev.apsis.link.Path;
import dev.apsis.link.VirtualPilot;
import dev.apsis.link.Weather;
import dev.apsis.orbit.Arenas;

import java.util.ArrayList;
import java.util.List;

/** A virtual server and the pilots who fly there, each behind a path of its own. */
final class Fleet {
    static final int SEATS = 8;

    private static final long SEED = 5;
    private static final long APART_NANOS = 7 * Agenda.MILLI;

    final Agenda agenda = new Agenda();
    final VirtualServer server = new VirtualServer(agenda, Arenas.lone(SEATS, 60), SEATS, SEED);
    final List<Path> paths = new ArrayList<>();
    final List<VirtualPilot> pilots = new ArrayList<>();

    /** So many pilots who press keys by a seed, all in the same weather. */
    static Fleet of(int pilots, Weather weather) {
        var fleet = new Fleet();
        for (int i = 0; i < pilots; i++) {
            fleet.join(weather, "pilot " + i);
            fleet.agenda.runUntil(fleet.agenda.nanos() + APART_NANOS);
        }
        return fleet;
    }

    /** One more; without a name a spectator. */
    VirtualPilot join(Weather weather, String name) {
        return join(weather, name, new Keyboard(pilots.size(), false));
    }

    VirtualPilot join(Weather weather, String name, Hands hands) {
        int number = pilots.size();
        var path = new Path(agenda, 100 + number, weather);
        var pilot = new VirtualPilot(path, server, name, hands);
        paths.add(path);
        pilots.add(pilot);
        return pilot;
    }

    /** Seconds since the room began. */
    double now() {
        return agenda.nanos() / (double) Agenda.SECOND;
    }

    /** Flies on, and measures from here on. */
    void measureAfter(double seconds) {
        agenda.run(seconds);
        server.room.forgetLateness();
        pilots.forEach(VirtualPilot::measure);
    }

    /** What all saw together. */
    Figures figures() {
        var all = new Figures();
        pilots.forEach(pilot -> all.addAll(pilot.figures()));
        return all;
    }

    int desyncs() {
        return pilots.stream().mapToInt(VirtualPilot::desyncs).sum();
    }

    /** The line of a pilot's first connection, or a later one. */
    LinkedLine line(int number) {
        return server.lines.get(number);
    }

    int mostQueuedBytes() {
        return server.lines.stream().mapToInt(LinkedLine::mostQueuedBytes).max().orElseThrow();
    }

    int mostFreshBytes() {
        return server.lines.stream().mapToInt(LinkedLine::mostFreshBytes).max().orElseThrow();
    }
}
