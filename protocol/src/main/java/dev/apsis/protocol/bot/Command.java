package dev.apsis.protocol.bot;

import dev.apsis.protocol.orbit.Angles;

/**
 * What a pilot wants its ship to do until it is asked again: a thirtieth of a second, as a rule.
 *
 * <p>Begin with {@link #coast} and say what is wanted in any order; each word makes a new command.
 * Engine and rudder do as told for as long as the command is in force; {@link #fire} shoots as soon
 * and as often as tube and energy allow.
 *
 * <pre>{@code
 * Command.coast()
 * Command.coast().thrust().turnLeft()
 * Command.coast().heading(view.me().bearing(enemy)).thrust().fire()
 * Command.coast().brake().say("good fight")
 * }</pre>
 */
public final class Command {
    /** A chat line is cut to so many characters. */
    public static final int MOST_CHARS = 200;

    private static final double CLOSE_ENOUGH_SPEED = 15;
    private static final double READY_RADIANS = 0.6;

    private static final int NONE = 0;
    private static final int THRUST = 1;
    private static final int BRAKE = 2;
    private static final int BOOST = 3;
    private static final int FIRE = 4;
    private static final int JUMP = 5;

    private static final Command COAST = new Command(0, "", false);

    private final int packed;
    private final String words;
    private final boolean toTeam;

    private Command(int packed, String words, boolean toTeam) {
        this.packed = packed;
        this.words = words;
        this.toTeam = toTeam;
    }

    /** Nothing: the ship drifts on. */
    public static Command coast() {
        return COAST;
    }

    /** Turns left (counter-clockwise) as fast as it can. */
    public Command turnLeft() {
        return steer(dev.apsis.protocol.orbit.Command.LEFT, 0);
    }

    /** Turns right (clockwise) as fast as it can. */
    public Command turnRight() {
        return steer(dev.apsis.protocol.orbit.Command.RIGHT, 0);
    }

    /** Turns the short way to a heading and keeps it: radians, counter-clockwise from east. */
    public Command heading(double radians) {
        return steer(dev.apsis.protocol.orbit.Command.TOWARDS, Radians.toWire(radians));
    }

    /**
     * Turns and pushes so that a ship comes to move as something else does, or as {@link
     * Place#moving} says: the nose goes where speed is missing, and the engine runs once it points
     * there.
     */
    public Command moveAs(Ship me, Thing wanted) {
        double missingX = wanted.vx() - me.vx();
        double missingY = wanted.vy() - me.vy();
        if (Math.hypot(missingX, missingY) < CLOSE_ENOUGH_SPEED) {
            return this;
        }
        double heading = Math.atan2(missingY, missingX);
        boolean ready = Math.abs(Radians.turn(me.heading(), heading)) < READY_RADIANS;
        return ready ? heading(heading).thrust() : heading(heading);
    }

    /** The engine pushes along the nose. */
    public Command thrust() {
        return wish(THRUST);
    }

    /** Pushes almost twice as hard, for as long as there is energy for it. */
    public Command boost() {
        return wish(BOOST);
    }

    /** Pushes backwards, a little weaker than forwards. */
    public Command brake() {
        return wish(BRAKE);
    }

    /** Shoots as soon as the tube is ready; the torpedo leaves the nose 0.12 s later. */
    public Command fire() {
        return wish(FIRE);
    }

    /** Jumps through hyperspace to somewhere else, if it may. */
    public Command jump() {
        return wish(JUMP);
    }

    /** Does what this command says only if something holds, else nothing. */
    public Command when(boolean holds) {
        return holds ? this : COAST;
    }

    /** Says a line to everybody, besides what it does; the server allows one in two seconds. */
    public Command say(String line) {
        return new Command(packed, cut(line), false);
    }

    /** Says a line to the own team. */
    public Command sayToTeam(String line) {
        return new Command(packed, cut(line), true);
    }

    /** The line to be said, or empty. */
    public String words() {
        return words;
    }

    /** Whether the line is for the own team only. */
    public boolean toTeam() {
        return toTeam;
    }

    /** What travels; for whoever carries commands to a simulation without a socket. */
    public dev.apsis.protocol.orbit.Command wire() {
        return new dev.apsis.protocol.orbit.Command(packed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Command command
                && packed == command.packed
                && toTeam == command.toTeam
                && words.equals(command.words);
    }

    @Override
    public int hashCode() {
        return packed * 31 + words.hashCode();
    }

    @Override
    public String toString() {
        var command = wire();
        String steer =
                switch (command.steer()) {
                    case dev.apsis.protocol.orbit.Command.LEFT -> "left";
                    case dev.apsis.protocol.orbit.Command.RIGHT -> "right";
                    case dev.apsis.protocol.orbit.Command.TOWARDS ->
                            "to " + command.aim() * 360L / Angles.CIRCLE + " degrees";
                    default -> "straight";
                };
        return steer
                + (command.thrust() ? " thrust" : "")
                + (command.boost() ? " boost" : "")
                + (command.brake() ? " brake" : "")
                + (command.fire() ? " fire" : "")
                + (command.jump() ? " jump" : "")
                + (words.isEmpty() ? "" : " \"" + words + "\"");
    }

    private Command steer(int steer, int aim) {
        int straight = wire().straight().packed();
        return new Command(straight | pack(steer, aim, NONE), words, toTeam);
    }

    private Command wish(int button) {
        int buttons = pack(dev.apsis.protocol.orbit.Command.STRAIGHT, 0, button);
        return new Command(packed | buttons, words, toTeam);
    }

    private static int pack(int steer, int aim, int button) {
        return dev.apsis.protocol.orbit.Command.of(
                        steer,
                        aim,
                        button == THRUST,
                        button == BRAKE,
                        button == BOOST,
                        button == FIRE,
                        button == JUMP)
                .packed();
    }

    private static String cut(String line) {
        return line.length() <= MOST_CHARS ? line : line.substring(0, MOST_CHARS);
    }
}
