package dev.apsis.duel.pilots;

import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.Ship;
import dev.apsis.protocol.bot.View;

import java.util.Optional;

/** Flies at the nearest enemy and shoots. */
public final class Chaser implements Pilot {
    public Chaser() {}

    @Override
    public Command fly(View view) {
        Optional<Ship> enemy = view.nearestEnemy();
        if (enemy.isEmpty()) {
            double star = view.nearestStar(view.me()).map(view.me()::bearing).orElse(0.0);
            return Command.coast().heading(star + 1.2).thrust();
        }
        return Command.coast().heading(view.me().bearing(enemy.get())).thrust().fire();
    }
}
