package dev.apsis.orbit.bot;

import dev.apsis.orbit.Dice;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Angles;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.ShardRow;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;
import dev.apsis.protocol.orbit.Rules;

/**
 * One house bot's mind. First it stays alive, then it fights, else it gathers energy and shards.
 * Owned by its crew.
 */
final class Bot {
    private static final double SHARD_UNITS = 600;
    private static final double NEAR_UNITS = 260;
    private static final double CLOSE_UNITS = 140;
    private static final double CRUISE_SPEED = 420;

    /** How wide it passes a body that stands between it and its target. */
    private static final double PASS_UNITS = 200;

    private final Crew crew;
    private final Level level;
    private final Dice dice;
    private final Stick stick = new Stick();
    private int target = -1;
    private int targetId;
    private boolean refuelling;
    private double error;
    private int hand = 1;
    private int handTurns;
    private int jinkTurns;
    private int burstEndTick;
    private int nextBurstTick;

    Bot(Crew crew, Level level, long seed) {
        this.crew = crew;
        this.level = level;
        this.dice = Dice.of(seed * 0x2545f4914f6cdd1dL);
    }

    boolean turn(int frame) {
        return frame % level.thinkFrames() == 0;
    }

    /** A command from what it sees. */
    int think(Senses senses) {
        stick.release(senses.heading);
        error += (dice.between(-1, 1) * level.aimError() - error) * 0.4;
        chooseTarget(senses);
        boolean busy =
                crew.evasion().avoidBodies(senses, level.care(), stick)
                        || crew.evasion().avoidBorder(senses, stick);
        if (!busy) {
            boolean seesTorpedoes = dice.between(0, 1) < level.dodge();
            busy = crew.evasion().dodge(senses, seesTorpedoes, crew, stick);
        }
        if (!busy) {
            live(senses);
        }
        shoot(senses, busy);
        return stick.command();
    }

    private void live(Senses senses) {
        refuelling = senses.energy < level.reserve() || (refuelling && senses.energy < 60);
        boolean weak = senses.hull <= level.fleeHull() && senses.energy < 25;
        double distance = target < 0 ? Double.MAX_VALUE : distance(senses, target);
        if (target >= 0 && weak && distance < 500 && !weaker(senses)) {
            flee(senses, distance);
        } else if (refuelling && distance > 350) {
            orbit(senses, 480);
        } else if (target >= 0) {
            fight(senses, distance);
        } else if (!gather(senses)) {
            orbit(senses, 650);
        }
    }

    private boolean weaker(Senses senses) {
        Table ships = senses.ships();
        return ships.rows()[ships.at(target) + ShipRow.HULL] < senses.hull;
    }

    /** The nearest enemy, those that are weak a little sooner; it stays with one while it can. */
    private void chooseTarget(Senses senses) {
        Table ships = senses.ships();
        double best = Double.MAX_VALUE;
        int chosen = -1;
        for (int i = 0; i < senses.count(); i++) {
            int slot = senses.slot(i);
            boolean enemy = senses.type(i) == OrbitSchema.SHIP && crew.hostile(senses.seat, slot);
            if (enemy && ships.rows()[ships.at(slot) + ShipRow.HULL] > 0) {
                int at = ships.at(slot);
                double hull = ships.rows()[at + ShipRow.HULL];
                boolean shielded = (ships.rows()[at + ShipRow.FLAGS] & ShipRow.SHIELDED) != 0;
                boolean same = slot == target && ships.id(slot) == targetId;
                double worth = distance(senses, slot) + hull * 2;
                worth += (shielded ? 500 : 0) - (same ? 120 : 0);
                if (worth < best) {
                    best = worth;
                    chosen = slot;
                }
            }
        }
        target = chosen;
        targetId = chosen < 0 ? 0 : ships.id(chosen);
    }

    private void fight(Senses senses, double distance) {
        Table ships = senses.ships();
        int at = ships.at(target);
        int[] rows = ships.rows();
        double dx = rows[at + ShipRow.X] / Rules.GRID - senses.x;
        double dy = rows[at + ShipRow.Y] / Rules.GRID - senses.y;
        double theirX = senses.speed(rows[at + ShipRow.VX]);
        double theirY = senses.speed(rows[at + ShipRow.VY]);
        double closing =
                ((senses.vx - theirX) * dx + (senses.vy - theirY) * dy) / Math.max(1, distance);
        if (distance > level.range()) {
            int body =
                    crew.foresight()
                            .between(senses.x, senses.y, senses.x + dx, senses.y + dy, PASS_UNITS);
            if (body >= 0) {
                round(senses, body);
                return;
            }
            double want = CRUISE_SPEED / distance;
            stick.change(
                    dx * want + theirX * 0.6 - senses.vx,
                    dy * want + theirY * 0.6 - senses.vy,
                    senses.heading,
                    distance > 900 && senses.energy > 70);
            return;
        }
        stick.aim = aim(senses);
        int off = Math.abs(Angles.between(senses.heading, stick.aim));
        stick.thrust = distance > NEAR_UNITS && closing < 220 && off < Angles.CIRCLE / 8;
        stick.brake = distance < CLOSE_UNITS && closing > 30 && off < Angles.CIRCLE / 6;
        jink(senses);
    }

    /** Whoever does not expect it aims past a ship that does something else now. */
    private void jink(Senses senses) {
        if (--jinkTurns < 0 && dice.between(0, 1) < level.jink()) {
            jinkTurns = 4 + dice.below(5);
        }
        if (jinkTurns > 0) {
            stick.thrust = !stick.thrust;
            stick.boost = stick.thrust && senses.energy > 60;
        }
    }

    /** Passes a body that is in the way, now on this side, now on that. */
    private void round(Senses senses, int body) {
        if (--handTurns < 0) {
            handTurns = 10 + dice.below(40);
            hand = dice.below(2) * 2 - 1;
        }
        double fromX = senses.x - crew.foresight().rails().x(body);
        double fromY = senses.y - crew.foresight().rails().y(body);
        double far = Math.max(1, Math.sqrt(fromX * fromX + fromY * fromY));
        double wide = crew.foresight().dangerUnits(body) + PASS_UNITS;
        double out = Math.clamp((wide - far) * 1.5, -200.0, 200.0) / far;
        double along = hand * CRUISE_SPEED / far;
        stick.change(
                -fromY * along + fromX * out - senses.vx,
                fromX * along + fromY * out - senses.vy,
                senses.heading,
                false);
    }

    private int aim(Senses senses) {
        return crew.gunner().aim(senses, target, level) + Stick.angle(error) & 0xffff;
    }

    /** Shoots when the nose will point where the torpedo has to go by the time it leaves. */
    private void shoot(Senses senses, boolean busy) {
        boolean armed = target >= 0 && senses.energy > Rules.ENERGY_FIRE + level.reserve() / 2;
        if (!armed || (senses.shielded && distance(senses, target) > 400)) {
            return;
        }
        double distance = distance(senses, target);
        int heading = busy ? aim(senses) : stick.aim;
        double width = (Rules.SHIP_RADIUS + Rules.TORPEDO_RADIUS) / Math.max(40, distance);
        double most = busy ? Math.min(width, level.alignment()) : level.alignment();
        double off = Stick.radians(Math.abs(Angles.between(senses.heading, heading)));
        stick.fire =
                distance < level.range()
                        && off < most
                        && crew.gunner().meetSeconds() < Rules.TORPEDO_SECONDS * 0.75
                        && !blocked(senses)
                        && inBurst(senses.tick);
    }

    /** Shoots in bursts; the pauses differ a little, so that nobody can count on them. */
    private boolean inBurst(int tick) {
        if (tick >= nextBurstTick) {
            burstEndTick = tick + level.burstTicks();
            nextBurstTick = burstEndTick + level.pauseTicks() * (80 + dice.below(40)) / 100;
        }
        return tick < burstEndTick;
    }

    private boolean blocked(Senses senses) {
        Table ships = senses.ships();
        int at = ships.at(target);
        return crew.foresight()
                        .between(
                                senses.x,
                                senses.y,
                                ships.rows()[at + ShipRow.X] / Rules.GRID,
                                ships.rows()[at + ShipRow.Y] / Rules.GRID,
                                0)
                >= 0;
    }

    /** Away from the enemy; out of a tight place by a jump. */
    private void flee(Senses senses, double distance) {
        Table ships = senses.ships();
        int at = ships.at(target);
        double dx = senses.x - ships.rows()[at + ShipRow.X] / Rules.GRID;
        double dy = senses.y - ships.rows()[at + ShipRow.Y] / Rules.GRID;
        stick.change(dx, dy, senses.heading, senses.energy > 30);
        stick.jump = senses.canJump && senses.hull <= 25 && distance < 350;
    }

    /** Round the nearest star, where energy is; the nose follows the way. */
    private void orbit(Senses senses, double wantedUnits) {
        int star = crew.foresight().nearestStar(senses.x, senses.y, senses.tick);
        double fromX = senses.x - (star < 0 ? 0 : crew.foresight().rails().x(star));
        double fromY = senses.y - (star < 0 ? 0 : crew.foresight().rails().y(star));
        double far = Math.max(1, Math.sqrt(fromX * fromX + fromY * fromY));
        double outX = fromX / far;
        double outY = fromY / far;
        double around = outX * senses.vy - outY * senses.vx >= 0 ? 1 : -1;
        double speed = Math.min(CRUISE_SPEED, Math.sqrt(1e8 / Math.max(far, wantedUnits)));
        double in = Math.clamp((wantedUnits - far) * 0.7, -320.0, 320.0);
        stick.change(
                -outY * around * speed + outX * in - senses.vx,
                outX * around * speed + outY * in - senses.vy,
                senses.heading,
                false);
    }

    /** Flies to a shard nearby; whether there is one. */
    private boolean gather(Senses senses) {
        Table shards = senses.table(OrbitSchema.SHARD);
        double nearest = SHARD_UNITS;
        boolean found = false;
        for (int i = 0; i < senses.count(); i++) {
            if (senses.type(i) == OrbitSchema.SHARD) {
                int at = shards.at(senses.slot(i)) + ShardRow.X;
                double dx = shards.rows()[at] / Rules.GRID - senses.x;
                double dy = shards.rows()[at + 1] / Rules.GRID - senses.y;
                double far = Math.sqrt(dx * dx + dy * dy);
                if (far < nearest) {
                    nearest = far;
                    found = true;
                    double shardX = senses.speed(shards.rows()[at + 2]);
                    double shardY = senses.speed(shards.rows()[at + 3]);
                    stick.change(
                            dx + shardX - senses.vx,
                            dy + shardY - senses.vy,
                            senses.heading,
                            false);
                }
            }
        }
        return found;
    }

    private static double distance(Senses senses, int slot) {
        Table ships = senses.ships();
        int at = ships.at(slot);
        double dx = ships.rows()[at + ShipRow.X] / Rules.GRID - senses.x;
        double dy = ships.rows()[at + ShipRow.Y] / Rules.GRID - senses.y;
        return Math.sqrt(dx * dx + dy * dy);
    }
}
