package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.RoomMessage;
import dev.apsis.link.Agenda;
import dev.apsis.link.Hands;
import dev.apsis.link.Path;
import dev.apsis.link.VirtualPilot;
import dev.apsis.link.Weather;
import dev.apsis.protocol.frame.Frame;
import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Command;
import dev.apsis.protocol.orbit.OrbitSchema;
import dev.apsis.protocol.orbit.OrbitSchema.TorpedoRow;
import dev.apsis.protocol.orbit.Rules;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * No press of the trigger is lost and none counts twice: each leads to one shot, unless it came so
 * late that the rules say it does not count.
 */
class PressesTest {
    private static final int PRESSES = 10_000;
    private static final int PRESSES_A_MATCH = 1000;
    private static final int LATE_TICKS = 18;
    private static final int ARMING_TICKS = (int) Math.floor(Rules.ARMING_SECONDS * 60 + 0.5);
    private static final int LIFE_TICKS = (int) (Rules.TORPEDO_SECONDS * 60);

    @Test
    void everyPressIsOneShotOrDoesNotCountByTheRulesAtTwoPercentLoss() {
        int without = 0;
        for (int match = 0; match < PRESSES / PRESSES_A_MATCH; match++) {
            without += new Range(match).shoot();
        }
        assertTrue(without > 0 && without < PRESSES / 100, without + " presses without a shot");
    }

    /** A pilot alone who presses and presses. Owned by its test. */
    private static final class Range implements Hands {
        private final SplittableRandom chance;
        private final Agenda agenda = new Agenda();
        private final VirtualServer server;

        /** Which press a tick belongs to, and the tick in which each press counted first. */
        private final Map<Integer, Integer> pressOfTick = new HashMap<>();

        private final Map<Integer, Integer> countedTick = new TreeMap<>();
        private int presses;
        private int fromTick = 300;
        private int untilTick = 300;

        Range(long seed) {
            chance = new SplittableRandom(seed);
            server = new VirtualServer(agenda, new Arena(3000, 60, List.of()), 2, seed);
            server.room.eavesdropper = this::listen;
            var path = new Path(agenda, seed, Weather.of(150).loss(2));
            new VirtualPilot(path, server, "ann", this);
        }

        @Override
        public int hold(int tick) {
            if (tick >= untilTick && presses < PRESSES_A_MATCH) {
                fromTick = tick + chance.nextInt(50, 80);
                untilTick = fromTick + chance.nextInt(1, 5);
                presses++;
            }
            boolean fires = tick >= fromTick && tick < untilTick;
            if (fires) {
                pressOfTick.put(tick, presses);
            }
            return Command.of(0, 0, false, false, false, fires, false).packed();
        }

        private void listen(RoomMessage.Orders orders) {
            int nextTick = server.room.room.tickNumber() + 1;
            for (int i = 0; i < orders.packed().length; i++) {
                int tick = orders.firstTick() + i;
                if (new Command(orders.packed()[i]).fire() && nextTick - tick <= LATE_TICKS) {
                    countedTick.putIfAbsent(pressOfTick.get(tick), Math.max(tick, nextTick));
                }
            }
        }

        /** How many presses did not count; all others are held against the shots there were. */
        int shoot() {
            while (presses < PRESSES_A_MATCH || fromTick + 200 > server.room.room.tickNumber()) {
                agenda.run(10);
            }
            List<Integer> due =
                    countedTick.values().stream()
                            .filter(this::keepsItsShip)
                            .map(tick -> tick + ARMING_TICKS)
                            .toList();
            assertEquals(due, launches());
            return presses - due.size();
        }

        /** A new round brings a new ship, and the shot in the old one's tube is lost. */
        private boolean keepsItsShip(int tick) {
            int even = tick / 2 * 2;
            return server.ship(even, 0) == server.ship(even + ARMING_TICKS + 1, 0);
        }

        /** The ticks in which torpedoes left the tube. */
        private List<Integer> launches() {
            Set<Integer> known = new HashSet<>();
            List<Integer> launches = new ArrayList<>();
            for (int tick = 2; tick <= server.room.room.tickNumber(); tick += 2) {
                Frame frame = Objects.requireNonNull(server.room.history.get(tick));
                Table torpedoes = frame.table(OrbitSchema.TORPEDO);
                for (int slot = 0; slot < torpedoes.slots(); slot++) {
                    if (torpedoes.id(slot) != 0 && known.add(torpedoes.id(slot))) {
                        int life = torpedoes.rows()[torpedoes.at(slot) + TorpedoRow.LIFE];
                        launches.add(tick - (LIFE_TICKS - life));
                    }
                }
            }
            return launches;
        }
    }
}
