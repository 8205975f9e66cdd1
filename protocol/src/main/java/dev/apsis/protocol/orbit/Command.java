package dev.apsis.protocol.orbit;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

/**
 * What a pilot wants in one tick, packed into an int so that rings of them need no objects.
 *
 * <pre>
 * packed = steer:2 aim:16 thrust:1 brake:1 boost:1 fire:1 jump:1     lowest bit first
 * wire   = steer:2 [aim:16 if steer is 3] buttons:5
 * </pre>
 */
public record Command(int packed) {
    public static final int STRAIGHT = 0;
    public static final int LEFT = 1;
    public static final int RIGHT = 2;
    public static final int TOWARDS = 3;

    public static final Command NEUTRAL = new Command(0);

    private static final int AIM_AT = 2;
    private static final int BUTTONS_AT = 18;
    private static final int BUTTONS = 5;
    private static final int THRUST = 1;
    private static final int BRAKE = 2;
    private static final int BOOST = 4;
    private static final int FIRE = 8;
    private static final int JUMP = 16;

    public static Command of(
            int steer,
            int aim,
            boolean thrust,
            boolean brake,
            boolean boost,
            boolean fire,
            boolean jump) {
        int buttons =
                (thrust ? THRUST : 0)
                        | (brake ? BRAKE : 0)
                        | (boost ? BOOST : 0)
                        | (fire ? FIRE : 0)
                        | (jump ? JUMP : 0);
        int heading = steer == TOWARDS ? aim & 0xffff : 0;
        return new Command((steer & 3) | heading << AIM_AT | buttons << BUTTONS_AT);
    }

    public static void write(BitWriter out, int packed) {
        out.write(packed, 2);
        if ((packed & 3) == TOWARDS) {
            out.write(packed >>> AIM_AT, 16);
        }
        out.write(packed >>> BUTTONS_AT, BUTTONS);
    }

    public static int read(BitReader in) {
        int steer = in.read(2);
        int aim = steer == TOWARDS ? in.read(16) : 0;
        return steer | aim << AIM_AT | in.read(BUTTONS) << BUTTONS_AT;
    }

    /** The same wish with its one-time deeds (fire, jump) taken out. */
    public Command held() {
        return new Command(packed & ~((FIRE | JUMP) << BUTTONS_AT));
    }

    /** The same wish without its turn. */
    public Command straight() {
        return new Command(packed >>> BUTTONS_AT << BUTTONS_AT);
    }

    /** Only the one-time deeds of a wish. */
    public Command deeds() {
        return new Command(packed & (FIRE | JUMP) << BUTTONS_AT);
    }

    public int steer() {
        return packed & 3;
    }

    public int aim() {
        return packed >>> AIM_AT & 0xffff;
    }

    public boolean thrust() {
        return has(THRUST);
    }

    public boolean brake() {
        return has(BRAKE);
    }

    public boolean boost() {
        return has(BOOST);
    }

    public boolean fire() {
        return has(FIRE);
    }

    public boolean jump() {
        return has(JUMP);
    }

    private boolean has(int button) {
        return (packed >>> BUTTONS_AT & button) != 0;
    }
}
