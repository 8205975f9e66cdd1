package dev.apsis.protocol.bot;

/**
 * A ship as the radar tells it, once a second: roughly where, of which team, and whether it leads.
 *
 * @param x units to the right of the arena's middle, to a hundredth of its radius
 * @param y units above it
 * @param team 0 for none
 * @param leads whether its pilot is ahead of all
 */
public record Blip(double x, double y, int team, boolean leads) {
    /** The point it stands for. */
    public Place place() {
        return Place.at(x, y);
    }
}
