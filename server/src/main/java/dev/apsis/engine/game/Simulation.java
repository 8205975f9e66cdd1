package dev.apsis.engine.game;

import dev.apsis.protocol.frame.Frame;

import java.util.List;

/**
 * One match of a game, as the engine sees it. Owned by one context, called in the order
 *
 * <pre>
 * (join | leave)* step [capture]
 * </pre>
 *
 * for every tick. It reads no clock and draws no chance but from its seed: the same calls give the
 * same frames on any machine.
 */
public interface Simulation {
    /** How many seats there are; they are numbered from 0. */
    int seats();

    /** A pilot takes a free seat. */
    void join(int seat, Pilot pilot);

    /** A pilot gives a seat up. */
    void leave(int seat);

    /** Moves the world on by one tick under the packed command of each seat. */
    void step(int[] commands);

    /** The tick reached by the last step. */
    int tick();

    /** The world as wire integers; {@code receipts} go into the frame as they are. */
    Frame capture(int[] receipts);

    int score(int seat);

    /** The side a seat plays for, from 1; 0 where everyone is alone. */
    default int side(int seat) {
        return 0;
    }

    /** What happened since the last call and must not be lost, in order. */
    default List<Fact> drainNews() {
        return List.of();
    }

    CommandRules commandRules();

    /** A number that tells two worlds apart, equal wherever the same match was played. */
    long stateHash();
}
