package dev.apsis.orbit;

/**
 * Where and how a ship appears, in wire integers. Owned by its simulation, filled anew each time.
 */
final class Place {
    int x;
    int y;
    int vx;
    int vy;
    int heading;
}
