package dev.apsis.protocol.bot.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Orb;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.Place;
import dev.apsis.protocol.bot.Ship;
import dev.apsis.protocol.bot.View;

import java.util.Optional;

/**
 * Lives near the star: circles it where energy is plenty, and shoots at whoever comes before its
 * nose. Shows how to fly by velocities: say how to move, and let the command find the way.
 */
public final class Orbiter implements Pilot {
    /** Lower than others circle: whoever is lower is faster round, and catches up with them. */
    private static final double HEIGHT_UNITS = 370;

    private static final double SURE_RADIANS = 0.06;
    private static final double TURN_ASIDE_RADIANS = 0.6;
    private static final double ENERGY_FOR_FIGHTS = 30;

    /** A pilot for one ship. */
    public Orbiter() {}

    @Override
    public Command fly(View now) {
        View view = now.ahead();
        Ship me = view.me();
        if (view.impact(1.2).isPresent()) {
            return Command.coast().heading(view.safestHeading()).thrust();
        }
        Optional<Orb> star = view.nearestStar(me);
        Place way =
                star.map(orb -> orb.circle(me, orb.radius() + HEIGHT_UNITS))
                        .orElse(Place.moving(me.heading() + 1, 200));
        Command circling = Command.coast().moveAs(me, way);
        boolean falls = view.impact(1.8).isPresent();
        return falls ? circling : shot(view).orElse(circling);
    }

    /** A look aside at an enemy who is nearly in front of it anyway, and a shot if it is sure. */
    private static Optional<Command> shot(View view) {
        if (view.reactor().energy() < ENERGY_FOR_FIGHTS) {
            return Optional.empty();
        }
        return view.nearestEnemy()
                .flatMap(view::aim)
                .filter(aim -> Math.abs(view.me().turn(aim.heading())) < TURN_ASIDE_RADIANS)
                .map(
                        aim -> {
                            Command turn = Command.coast().heading(aim.heading());
                            double off = Math.abs(view.me().turn(aim.heading()));
                            return off < SURE_RADIANS ? turn.fire() : turn;
                        });
    }
}
