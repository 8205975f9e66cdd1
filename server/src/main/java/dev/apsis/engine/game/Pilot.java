package dev.apsis.engine.game;

/**
 * Who sits in a seat, as far as a game cares; the hue is in degrees, or {@link #ANY_HUE}, and the
 * account a number that no game looks into, or {@link #GUEST}.
 */
public record Pilot(String name, boolean bot, int hue, long account) {
    public static final int ANY_HUE = -1;
    public static final long GUEST = 0;

    /** A guest. */
    public Pilot(String name, boolean bot, int hue) {
        this(name, bot, hue, GUEST);
    }

    /** A guest who does not mind the colour. */
    public Pilot(String name, boolean bot) {
        this(name, bot, ANY_HUE);
    }
}
