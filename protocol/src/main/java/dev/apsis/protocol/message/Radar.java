package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

/**
 * Roughly where all ships are, once or twice a second, the same for everybody: places in hundredths
 * of the arena's radius, no names.
 *
 * <pre>
 * radar = tick:32 count:varint (x:8 y:8 team:3 leads:1)*
 * </pre>
 */
public record Radar(int tick, int[] blips) implements ServerMessage {
    private static final int MAX_COUNT = 2048;
    private static final int BLIP_BITS = 8 + 8 + Wire.TEAM_BITS + 1;
    private static final int FURTHEST = 127;

    /** A ship as it travels; places beyond the scale's end lie at its end. */
    public static int blip(int xPercent, int yPercent, int team, boolean leads) {
        int x = Math.clamp(xPercent, -FURTHEST, FURTHEST) & 255;
        int y = Math.clamp(yPercent, -FURTHEST, FURTHEST) & 255;
        return x | y << 8 | (team & 7) << 16 | (leads ? 1 : 0) << 19;
    }

    public int xPercent(int i) {
        return (byte) blips[i];
    }

    public int yPercent(int i) {
        return (byte) (blips[i] >>> 8);
    }

    public int team(int i) {
        return blips[i] >>> 16 & 7;
    }

    public boolean leads(int i) {
        return blips[i] >>> 19 != 0;
    }

    @Override
    public void write(BitWriter out) {
        out.write(RADAR, Wire.KIND_BITS);
        out.write(tick, 32);
        out.writeVarint(blips.length);
        for (int blip : blips) {
            out.write(blip, BLIP_BITS);
        }
    }

    static Radar read(BitReader in) {
        int tick = in.read(32);
        int[] blips = new int[Wire.readCount(in, MAX_COUNT, "blips")];
        for (int i = 0; i < blips.length; i++) {
            blips[i] = in.read(BLIP_BITS);
        }
        return new Radar(tick, blips);
    }
}
