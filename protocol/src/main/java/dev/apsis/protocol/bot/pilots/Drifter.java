package dev.apsis.protocol.bot.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.Place;
import dev.apsis.protocol.bot.Ship;
import dev.apsis.protocol.bot.View;

/**
 * Flies about and does no harm: from one corner of the arena to the next, round whatever is in the
 * way. The shortest pilot that stays alive.
 */
public final class Drifter implements Pilot {
    private static final double CRUISE_SPEED = 200;
    private static final double NEAR_UNITS = 300;
    private static final double CORNERS = 5;

    private int corner;

    /** A pilot for one ship. */
    public Drifter() {}

    @Override
    public Command fly(View now) {
        View view = now.ahead();
        Ship me = view.me();
        if (view.impact(2.5).isPresent()) {
            return Command.coast().heading(view.safestHeading()).thrust();
        }
        Place goal = goal(view);
        if (me.distance(goal) < NEAR_UNITS) {
            corner++;
        }
        return Command.coast().moveAs(me, Place.moving(me.bearing(goal), CRUISE_SPEED));
    }

    private Place goal(View view) {
        double angle = (corner * 2 + view.seat()) * 2 * Math.PI / CORNERS;
        double far = view.arenaRadius() * 0.7;
        return Place.at(Math.cos(angle) * far, Math.sin(angle) * far);
    }
}
