package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.People.Person;
import dev.apsis.protocol.message.Radar;
import dev.apsis.protocol.message.Round;
import dev.apsis.protocol.message.Welcome;
import dev.apsis.protocol.orbit.OrbitSchema;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * What a pilot sees: everything the server told it, in units, units per second, radians and
 * seconds.
 *
 * <p>A view never changes, so it may be kept and compared with later ones; like all views of one
 * pilot it belongs to the pilot's thread. It shows the world as it was at its frame's tick. A
 * command given now counts a little later; {@link #ahead} shows the world as it will be then.
 */
public final class View {
    private static final int HUNDREDTHS = 100;

    private final Sighting sighting;
    private final News news;
    private final Setting setting;
    private final Lookahead lookahead;
    private @Nullable List<Ship> ships;
    private @Nullable List<Torpedo> torpedoes;
    private @Nullable List<Shard> shards;
    private @Nullable List<Orb> orbs;

    /** Where the view is from: the place, the pilot's standing in time, its commands underway. */
    record Setting(Welcome welcome, Timing timing, int[] underway) {}

    View(Sighting sighting, News news, Setting setting, Lookahead lookahead) {
        this.sighting = sighting;
        this.news = news;
        this.setting = setting;
        this.lookahead = lookahead;
    }

    /** The tick it shows. */
    public int tick() {
        return sighting.tick();
    }

    /** Ticks in a second: 60, as a rule. */
    public int ticksPerSecond() {
        return setting.welcome.arena().ticksPerSecond();
    }

    /** The seat of one's own, -1 for a spectator. */
    public int seat() {
        return setting.welcome.seat();
    }

    /** The room's name. */
    public String room() {
        return setting.welcome.room();
    }

    /**
     * How far the border is from the arena's middle; beyond it ships are pushed back and drained.
     */
    public double arenaRadius() {
        return setting.welcome.arena().radiusUnits();
    }

    /** How the pilot stands in time. */
    public Timing timing() {
        return setting.timing;
    }

    /**
     * The world as it will be when the next command begins to count: own ship by the commands that
     * are underway, all else as it goes on by itself. The same view where none are.
     */
    public View ahead() {
        if (setting.underway.length == 0) {
            return this;
        }
        Sighting moved = lookahead.after(sighting, setting.underway);
        var there = new Setting(setting.welcome, setting.timing, new int[0]);
        return new View(moved, news, there, lookahead);
    }

    /** Whether one's own ship is there to be flown. */
    public boolean flies() {
        return sighting.self() >= 0;
    }

    /**
     * One's own ship.
     *
     * @throws IllegalStateException if there is none at the moment: see {@link #flies}
     */
    public Ship me() {
        if (!flies()) {
            throw new IllegalStateException("no ship at the moment: ask flies() first");
        }
        return new Ship(this, sighting.self());
    }

    /** What only its pilot knows of one's own ship; as it was last, while there is none. */
    public Reactor reactor() {
        return Reactor.of(sighting.secrets(), ticksPerSecond());
    }

    /** All ships in sight, wrecks and one's own among them. */
    public List<Ship> ships() {
        if (ships == null) {
            ships = each(OrbitSchema.SHIP, i -> new Ship(this, i));
        }
        return ships;
    }

    /** The ships one may fight: neither one's own nor of one's team, and no wrecks. */
    public List<Ship> enemies() {
        return ships().stream().filter(ship -> !ship.friendly() && ship.hull() > 0).toList();
    }

    /** The nearest of the {@link #enemies}; asked for while one has a ship. */
    public Optional<Ship> nearestEnemy() {
        Ship me = me();
        return enemies().stream().min(Comparator.comparingDouble(me::distance));
    }

    /** All torpedoes in sight, one's own among them. */
    public List<Torpedo> torpedoes() {
        if (torpedoes == null) {
            torpedoes = each(OrbitSchema.TORPEDO, i -> new Torpedo(this, i));
        }
        return torpedoes;
    }

    /** All shards in sight. */
    public List<Shard> shards() {
        if (shards == null) {
            shards = each(OrbitSchema.SHARD, i -> new Shard(this, i));
        }
        return shards;
    }

    /** Stars, planets and moons: all of the arena's, in sight or not. */
    public List<Orb> orbs() {
        if (orbs == null) {
            int count = setting.welcome.arena().bodies().size();
            orbs = IntStream.range(0, count).mapToObj(i -> lookahead.orb(i, tick())).toList();
        }
        return orbs;
    }

    /** The star nearest to a thing, if the arena has one. */
    public Optional<Orb> nearestStar(Thing from) {
        return orbs().stream().filter(Orb::star).min(Comparator.comparingDouble(from::distance));
    }

    /** The hits of this frame that were in sight. */
    public List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        int[] events = sighting.events();
        for (int at = 0; at < events.length; at += Sighting.EVENT_STRIDE) {
            if (events[at] == OrbitSchema.HIT) {
                int victim = new Ship(this, events[at + 1]).seat();
                hits.add(new Hit(victim, events[at + 2], events[at + 3]));
            }
        }
        return hits;
    }

    /** All ships of the arena as the radar showed them last, one's own among them. */
    public List<Blip> radar() {
        Radar radar = news.radar();
        double scale = arenaRadius() / HUNDREDTHS;
        List<Blip> blips = new ArrayList<>();
        for (int i = 0; i < radar.blips().length; i++) {
            double x = radar.xPercent(i) * scale;
            double y = radar.yPercent(i) * scale;
            blips.add(new Blip(x, y, radar.team(i), radar.leads(i)));
        }
        return blips;
    }

    /** Everybody in the room with their scores, whether in sight or not. */
    public List<Person> people() {
        return news.muster().all();
    }

    /** Who sits in a seat; a nameless somebody if nobody does. */
    public Person person(int seat) {
        return news.muster().at(seat);
    }

    /** How the match stands, once the server has said. */
    public Optional<Round> round() {
        return Optional.ofNullable(news.round());
    }

    /**
     * Where something will be in some seconds, if nothing happens to it: by engine and rudder as
     * they are for a ship (its turn fades out within 0.15 s), falling for what falls, on its rails
     * for an orb. By the server's own laws of motion, to the last bit.
     */
    public Place where(Thing thing, double seconds) {
        return switch (thing) {
            case Ship ship -> lookahead.where(sighting, ship.index(), seconds);
            case Torpedo torpedo -> lookahead.where(sighting, torpedo.index(), seconds);
            case Shard shard -> lookahead.where(sighting, shard.index(), seconds);
            case Orb orb -> {
                int body = setting.welcome.arena().bodies().indexOf(orb.body());
                Orb then = lookahead.orb(body, tick() + lookahead.ticks(seconds));
                yield new Place(then.x(), then.y(), then.vx(), then.vy());
            }
            case Place place -> lookahead.fall(place, tick(), seconds);
        };
    }

    /**
     * What one's own ship runs into first within some seconds, should it drift on with its engine
     * off: an orb, a ship, or somebody else's torpedo.
     */
    public Optional<Impact> impact(double withinSeconds) {
        return impact(me(), withinSeconds);
    }

    /** What a ship runs into first within some seconds, should it drift on. */
    public Optional<Impact> impact(Ship ship, double withinSeconds) {
        return new Peril(this, lookahead.strides()).impact(ship, withinSeconds);
    }

    /**
     * The heading under which one's own ship, thrusting, stays clearest of orbs, border, ships and
     * torpedoes for the next second and a half. Dear: for when something threatens.
     */
    public double safestHeading() {
        Ship ship = me();
        return new Escape(this, lookahead.strides(), ship).safestHeading(ship);
    }

    /**
     * How one's own ship hits a target that goes on as it does; nothing if no torpedo gets there in
     * its life. The torpedo leaves 0.12 s after the trigger, with the ship's own way, and falls;
     * all that is in it. Best asked of {@link #ahead}.
     */
    public Optional<Aim> aim(Thing target) {
        return new Gunnery(this, lookahead.strides()).aim(me(), target);
    }

    /** Seconds in whole ticks. */
    int ticks(double seconds) {
        return lookahead.ticks(seconds);
    }

    Sighting sighting() {
        return sighting;
    }

    private <T> List<T> each(int type, IntFunction<T> thing) {
        List<T> things = new ArrayList<>();
        int[] types = sighting.types();
        for (int i = 0; i < types.length; i++) {
            if (types[i] == type) {
                things.add(thing.apply(i));
            }
        }
        return Collections.unmodifiableList(things);
    }
}
