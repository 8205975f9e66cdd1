package dev.apsis.duel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.duel.pilots.Chaser;
import dev.apsis.duel.pilots.Sleeper;
import dev.apsis.protocol.bot.Command;
import dev.apsis.protocol.bot.Pilot;
import dev.apsis.protocol.bot.View;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Rounds in lockstep, within this process. */
class FightTest {
    private static final int MINUTE = 3600;

    @Test
    void theSameSeedIsTheSameRound() {
        Outcome once = fight(new Bill(0, 1, 5, false, MINUTE), new Chaser(), new Sleeper());
        Outcome again = fight(new Bill(0, 1, 5, false, MINUTE), new Chaser(), new Sleeper());
        Outcome other = fight(new Bill(0, 1, 6, false, MINUTE), new Chaser(), new Sleeper());
        assertEquals(once, again);
        assertNotEquals(once.hash(), other.hash());
    }

    @Test
    void aPilotSeesEveryFrameAndItsCommandsCountInTheNextTick() {
        List<Integer> ticks = new ArrayList<>();
        List<Integer> underway = new ArrayList<>();
        Pilot witness =
                view -> {
                    ticks.add(view.tick());
                    underway.add(view.ahead().tick() - view.tick());
                    assertEquals(0, view.timing().lateCommands());
                    return Command.coast().turnLeft();
                };
        fight(new Bill(0, 1, 5, false, 120), witness, new Sleeper());
        for (int i = 1; i < ticks.size(); i++) {
            assertEquals(2, ticks.get(i) - ticks.get(i - 1));
            assertEquals(0, underway.get(i), "nothing is underway that was not flown yet");
        }
        assertTrue(ticks.size() > 55, ticks.size() + " frames in two seconds");
    }

    @Test
    void swappedSidesAreTheSameRoundSeenFromTheOtherSeat() {
        Outcome straight = fight(new Bill(0, 1, 9, false, MINUTE), gambler(1), gambler(2));
        Outcome swapped = fight(new Bill(0, 1, 9, true, MINUTE), gambler(2), gambler(1));
        assertEquals(straight.hash(), swapped.hash());
        assertEquals(straight.red(), swapped.blue());
        assertEquals(straight.blue(), swapped.red());
    }

    /** Pilots who roll dice of the same kind: neither seat may win more than chance explains. */
    @Test
    void neitherSeatIsTheBetterOne() {
        int first = 0;
        int second = 0;
        for (int seed = 0; seed < 60; seed++) {
            Outcome outcome =
                    fight(
                            new Bill(0, 1, seed, false, 4 * MINUTE),
                            gambler(2 * seed),
                            gambler(2 * seed + 1));
            first += outcome.winner() == Side.RED ? 1 : 0;
            second += outcome.winner() == Side.BLUE ? 1 : 0;
        }
        Share share = Share.of(first, first + second);
        assertTrue(first + second >= 40, "only " + (first + second) + " rounds were decided");
        assertTrue(share.low() < 0.5 && share.high() > 0.5, "the first seat wins " + share);
    }

    @Test
    void aRoundThatLastsTooLongIsDecidedAsItStands() {
        Outcome outcome = fight(new Bill(0, 1, 5, false, 300), new Sleeper(), new Sleeper());
        assertEquals(300, outcome.ticks());
        assertNull(outcome.winner());
    }

    /** Flies about at random, so that who dies first is a matter of luck. */
    private static Pilot gambler(int seed) {
        var chance = new Random(seed);
        return new Pilot() {
            private Command command = Command.coast();

            @Override
            public Command fly(View view) {
                if (chance.nextInt(15) == 0) {
                    command = Command.coast().heading(chance.nextDouble() * 6).thrust().fire();
                }
                return command;
            }
        };
    }

    private static Outcome fight(Bill bill, Pilot red, Pilot blue) {
        var fight = new Fight(bill);
        boolean redFirst = bill.seat(Side.RED) == 0;
        fight.enter(redFirst ? Side.RED : Side.BLUE, "first", redFirst ? red : blue);
        fight.enter(redFirst ? Side.BLUE : Side.RED, "second", redFirst ? blue : red);
        return fight.play();
    }
}
