package dev.apsis.app;

import dev.apsis.engine.ByReference;
import dev.apsis.engine.Room;
import dev.apsis.engine.RoomAddress;
import dev.apsis.engine.RoomMessage;
import dev.apsis.engine.RoomVerticle;
import dev.apsis.feed.Reporter;
import dev.apsis.orbit.Orbit;
import dev.apsis.orbit.bot.Crew;

import io.vertx.core.Future;
import io.vertx.core.Vertx;

/** Makes rooms run: a match on a context of its own, and house bots. Owned by the lobby. */
final class RoomOpener {
    private final Vertx vertx;
    private final Loops loops;

    RoomOpener(Vertx vertx, Loops loops) {
        this.vertx = vertx;
        this.loops = loops;
    }

    /** Completes when the room can be spoken to, and its house bots are about to come. */
    Future<?> open(OpenRoom open) {
        RoomPlan plan = open.plan;
        var orbit = new Orbit(open.game, open.seed);
        var room = new Room(orbit, plan.timing(), plan.entry(), plan.votes());
        var verticle =
                new RoomVerticle(
                        open.venue.address(), room, open.seed, plan.timing(), System::nanoTime);
        return loops.deployRoom(verticle)
                .onSuccess(deployed -> open.deployment = deployed)
                .compose(deployed -> report(open))
                .compose(reported -> crew(open));
    }

    /** A room's public feed ends with it. */
    private Future<?> report(OpenRoom open) {
        int ticksPerSecond = open.plan.timing().ticksPerSecond();
        return new Reporter(vertx, open.venue.address(), ticksPerSecond, System::currentTimeMillis)
                .begin();
    }

    /** House bots leave by themselves when their room closes. */
    private Future<String> crew(OpenRoom open) {
        var crew = new Crew(open.game.arena(), open.game.capacity(), open.seed);
        int ticksPerFrame = open.plan.timing().ticksPerFrame();
        return vertx.deployVerticle(
                new HouseBots(open.venue.address(), crewPlan(open), ticksPerFrame, crew));
    }

    /** Tells a room that runs how it is to be from here on, without anybody leaving it. */
    void amend(OpenRoom open) {
        RoomPlan plan = open.plan;
        var rules = new RoomMessage.Amend(plan.entry(), plan.timing().idleness(), plan.votes());
        String room = open.venue.address();
        vertx.eventBus().send(RoomAddress.commands(room), rules, ByReference.DELIVERY);
        vertx.eventBus().send(HouseBots.address(room), crewPlan(open), ByReference.DELIVERY);
    }

    private static CrewPlan crewPlan(OpenRoom open) {
        CrewPlan plan = open.plan.crew();
        return new CrewPlan(Math.min(plan.wanted(), open.game.capacity()), plan.levels());
    }
}
