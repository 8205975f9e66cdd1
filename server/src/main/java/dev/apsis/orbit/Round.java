package dev.apsis.orbit;

import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Fact.Phase;
import dev.apsis.engine.game.Fact.Standing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A match's rounds: waiting for pilots, playing, podium, and again. Owned by its simulation. */
final class Round {
    private static final List<Phase> PHASES = List.of(Phase.WAITING, Phase.PLAYING, Phase.PODIUM);
    private static final int PHASE = 0;
    private static final int NUMBER = 1;
    private static final int END_TICK = 2;
    private static final int ANGLE = 3;

    private final int[] state;

    Round(Memory memory) {
        this.state = memory.ints(4);
    }

    boolean playing() {
        return phase() == Phase.PLAYING;
    }

    Phase phase() {
        return PHASES.get(state[PHASE]);
    }

    int number() {
        return state[NUMBER];
    }

    /** Where a duel's bout has its first ship. */
    int angle() {
        return state[ANGLE];
    }

    void setAngle(int angle) {
        state[ANGLE] = angle;
    }

    void run(World world) {
        boolean enough = world.pilots.count() >= world.mode.enough();
        boolean over = world.tick() >= state[END_TICK];
        switch (phase()) {
            case WAITING -> {
                if (enough) {
                    begin(world);
                }
            }
            case PLAYING -> {
                if (!enough || over || world.mode.won(world)) {
                    enter(world, Phase.PODIUM, Balance.PODIUM_SECONDS);
                }
            }
            case PODIUM -> {
                if (over && enough) {
                    begin(world);
                } else if (over) {
                    enter(world, Phase.WAITING, 0);
                }
            }
        }
    }

    /** Everyone from nothing, on a clear field. */
    private void begin(World world) {
        state[NUMBER]++;
        world.mode.balance(world);
        world.pilots.clearScores();
        world.torpedoes.clear();
        world.shards.clear();
        for (int seat = 0; seat < world.ships.count(); seat++) {
            if (world.pilots.present(seat)) {
                world.ships.remove(seat);
                world.waiting.await(seat, world.tick());
            }
        }
        enter(world, Phase.PLAYING, Balance.ROUND_SECONDS);
    }

    private void enter(World world, Phase phase, double seconds) {
        state[PHASE] = PHASES.indexOf(phase);
        state[END_TICK] = world.tick() + world.helm.ticks(seconds);
        world.news.tell(
                phase == Phase.PODIUM
                        ? standing(world)
                        : new Fact.Entered(
                                world.tick(),
                                number(),
                                phase,
                                state[END_TICK],
                                -1,
                                Pilots.NO_SIDE,
                                List.of()));
    }

    /** How the round stands: who is ahead, and everybody's points. */
    Fact.Entered standing(World world) {
        return new Fact.Entered(
                world.tick(),
                number(),
                phase(),
                state[END_TICK],
                world.mode.leader(world),
                world.mode.leadingSide(world),
                standings(world));
    }

    private static List<Standing> standings(World world) {
        List<Standing> standings = new ArrayList<>();
        Pilots pilots = world.pilots;
        for (int seat = 0; seat < pilots.seats(); seat++) {
            if (pilots.present(seat)) {
                standings.add(
                        new Standing(
                                seat,
                                pilots.side(seat),
                                pilots.score(seat),
                                pilots.kills(seat),
                                pilots.deaths(seat)));
            }
        }
        standings.sort(Comparator.comparingInt(Standing::score).reversed());
        return standings;
    }
}
