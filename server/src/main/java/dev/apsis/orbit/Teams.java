package dev.apsis.orbit;

import dev.apsis.engine.game.Fact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two to four sides without friendly fire: who comes joins the smallest, and before each round the
 * pilots are dealt anew by what they scored, back and forth, so that sides are equally strong;
 * unless a host wants sides to stay together.
 */
final class Teams implements Mode {
    private final int sides;
    private final boolean dealsAnew;

    Teams(int sides, boolean dealsAnew) {
        this.sides = sides;
        this.dealsAnew = dealsAnew;
    }

    @Override
    public String word() {
        return "teams";
    }

    @Override
    public int sideFor(World world) {
        int smallest = 1;
        int equals = 1;
        for (int side = 2; side <= sides; side++) {
            int more = world.pilots.onSide(side) - world.pilots.onSide(smallest);
            equals = more < 0 ? 1 : more == 0 ? equals + 1 : equals;
            if (more < 0 || (more == 0 && world.dice.below(equals) == 0)) {
                smallest = side;
            }
        }
        return smallest;
    }

    @Override
    public void balance(World world) {
        if (!dealsAnew) {
            return;
        }
        List<Integer> seats = shuffledSeats(world);
        seats.sort(Comparator.comparingInt((Integer seat) -> -world.pilots.score(seat)));
        for (int i = 0; i < seats.size(); i++) {
            int lap = i / sides;
            int within = i % sides;
            int side = 1 + (lap % 2 == 0 ? within : sides - 1 - within);
            if (world.pilots.side(seats.get(i)) != side) {
                world.pilots.setSide(seats.get(i), side);
                world.news.tell(new Fact.Sided(world.tick(), seats.get(i), side));
            }
        }
    }

    private static List<Integer> shuffledSeats(World world) {
        List<Integer> seats = new ArrayList<>();
        for (int seat = 0; seat < world.pilots.seats(); seat++) {
            if (world.pilots.present(seat)) {
                seats.add(world.dice.below(seats.size() + 1), seat);
            }
        }
        return seats;
    }

    /**
     * A side needs the points of one pilot for each two it could have, so that rounds last alike.
     */
    @Override
    public boolean won(World world) {
        int side = leadingSide(world);
        int wanted = Balance.ROUND_SCORE * Math.max(2, world.pilots.seats() / sides) / 2;
        return side > 0 && world.pilots.sideScore(side) >= wanted;
    }

    @Override
    public int leadingSide(World world) {
        int best = 1;
        boolean shared = false;
        for (int side = 2; side <= sides; side++) {
            int more = world.pilots.sideScore(side) - world.pilots.sideScore(best);
            shared = more == 0 || (shared && more < 0);
            best = more > 0 ? side : best;
        }
        return shared ? Pilots.NO_SIDE : best;
    }
}
