package dev.apsis.protocol.bot.pilots;

import dev.apsis.protocol.bot.Aim;
import dev.apsis.protocol.bot.Blip;
import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Orb;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.Place;
import dev.apsis.protocol.bot.Ship;
import dev.apsis.protocol.bot.Thing;
import dev.apsis.protocol.bot.View;

import java.util.Comparator;
import java.util.Optional;

/**
 * Looks for the nearest enemy, closes in, and leads its shots. First it stays alive, then it
 * fights, else it searches: the order of its decisions is the order of its wishes.
 */
public final class Hunter implements Pilot {
    private static final double CHASE_SPEED = 420;
    private static final double RANGE_UNITS = 550;
    private static final double NEAR_UNITS = 200;
    private static final double LOW_UNITS = 420;

    /** A pilot for one ship. */
    public Hunter() {}

    @Override
    public Command fly(View now) {
        View view = now.ahead();
        if (view.impact(0.7).isPresent()) {
            return Command.coast().heading(view.safestHeading()).thrust();
        }
        Thing prey = view.nearestEnemy().map(enemy -> (Thing) enemy).orElseGet(() -> blip(view));
        Optional<Aim> aim = prey instanceof Ship ? view.aim(prey) : Optional.empty();
        boolean falls = view.impact(1.6).isPresent();
        if (aim.isPresent() && view.me().distance(prey) < RANGE_UNITS && !falls) {
            return fight(view, (Ship) prey, aim.get());
        }
        return Command.coast().moveAs(view.me(), chase(view, prey));
    }

    private static Command fight(View view, Ship enemy, Aim aim) {
        Ship me = view.me();
        double distance = me.distance(enemy);
        double off = Math.abs(me.turn(aim.heading()));
        boolean sure = off < 1.5 * Ship.RADIUS / Math.max(40, distance);
        boolean armed = view.reactor().energy() > (distance < NEAR_UNITS ? 10 : 25);
        Command command = Command.coast().heading(aim.heading());
        if (distance > NEAR_UNITS && me.closingSpeed(enemy) < 150 && off < 0.7) {
            command = command.thrust();
        } else if (distance < NEAR_UNITS && me.closingSpeed(enemy) > 40) {
            command = command.brake();
        }
        return sure && armed && !enemy.shielded() ? command.fire() : command;
    }

    /** Straight to the prey; but nobody flies straight past a star, there one circles it. */
    private static Place chase(View view, Thing prey) {
        Ship me = view.me();
        Optional<Orb> star = view.nearestStar(me);
        if (star.isPresent() && star.get().heightOver(me, prey) < LOW_UNITS) {
            return star.get().circle(me, star.get().radius() + LOW_UNITS);
        }
        Place way = Place.moving(me.bearing(prey), CHASE_SPEED);
        return new Place(0, 0, way.vx() + prey.vx() * 0.6, way.vy() + prey.vy() * 0.6);
    }

    /** Out of sight there is still the radar: the nearest blip that is not oneself. */
    private static Place blip(View view) {
        Ship me = view.me();
        return view.radar().stream()
                .map(Blip::place)
                .filter(place -> me.distance(place) > 200)
                .min(Comparator.comparingDouble(me::distance))
                .orElse(Place.at(0, view.arenaRadius() / 2));
    }
}
