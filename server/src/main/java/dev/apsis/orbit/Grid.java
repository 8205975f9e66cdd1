package dev.apsis.orbit;

import dev.apsis.protocol.frame.Table;
import dev.apsis.protocol.orbit.OrbitSchema.ShipRow;

import java.util.Arrays;

/**
 * Which ships are near a place, without asking them all: cells of 128 units, hashed into buckets.
 * Owned by its simulation and filled anew each tick, so it is no part of the state.
 */
final class Grid {
    private static final int SHIFT = 7 + 16;

    private final int[] heads;
    private final int[] nexts;
    private final int[] cellXs;
    private final int[] cellYs;
    private int maxX;
    private int minY;
    private int maxY;
    private int x;
    private int y;
    private int candidate;

    Grid(int capacity) {
        this.heads = new int[Integer.highestOneBit(Math.max(16, 4 * capacity))];
        this.nexts = new int[capacity];
        this.cellXs = new int[capacity];
        this.cellYs = new int[capacity];
    }

    void fill(Ships ships) {
        Arrays.fill(heads, -1);
        Table table = ships.table();
        for (int seat = ships.count() - 1; seat >= 0; seat--) {
            if (ships.alive(seat)) {
                cellXs[seat] = table.rows()[table.at(seat) + ShipRow.X] >> SHIFT;
                cellYs[seat] = table.rows()[table.at(seat) + ShipRow.Y] >> SHIFT;
                int bucket = bucket(cellXs[seat], cellYs[seat]);
                nexts[seat] = heads[bucket];
                heads[bucket] = seat;
            }
        }
    }

    /** Begins a search of the cells that a square touches; {@link #next} says who is in them. */
    void search(double centreX, double centreY, double reach) {
        x = cell(centreX - reach);
        y = cell(centreY - reach);
        maxX = cell(centreX + reach);
        minY = y;
        maxY = cell(centreY + reach);
        candidate = heads[bucket(x, y)];
    }

    /** The next ship of the search, -1 after the last: those of one cell by rising slot. */
    int next() {
        while (true) {
            while (candidate >= 0) {
                int seat = candidate;
                candidate = nexts[seat];
                if (cellXs[seat] == x && cellYs[seat] == y) {
                    return seat;
                }
            }
            if (y < maxY) {
                y++;
            } else if (x < maxX) {
                x++;
                y = minY;
            } else {
                return -1;
            }
            candidate = heads[bucket(x, y)];
        }
    }

    private static int cell(double wire) {
        return (int) Math.floor(wire) >> SHIFT;
    }

    private int bucket(int cellX, int cellY) {
        int mixed = cellX * 0x9e3779b1 ^ cellY * 0x85ebca6b;
        return (mixed ^ mixed >>> 15) & (heads.length - 1);
    }
}
