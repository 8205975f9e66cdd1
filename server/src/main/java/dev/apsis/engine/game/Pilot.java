package dev.apsis.engine.game;

/** Who sits in a seat, as far as a game cares; the hue is in degrees, or {@link #ANY_HUE}. */
public record Pilot(String name, boolean bot, int hue) {
    public static final int ANY_HUE = -1;

    /** One who does not mind the colour. */
    public Pilot(String name, boolean bot) {
        this(name, bot, ANY_HUE);
    }
}
