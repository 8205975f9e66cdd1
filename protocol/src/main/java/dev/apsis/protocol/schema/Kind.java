package dev.apsis.protocol.schema;

/** What a field means, and by that how a delta says it. */
public enum Kind {
    /** The same for the entity's whole life: travels in full records only. */
    CONSTANT,
    /** The seat it was launched from: a constant that stands first in its row. */
    OWNER,
    /** What the pilot did in the frame's last tick but one; compared with the LATER before it. */
    EARLIER,
    /** What the pilot did in the frame's last tick; stands right after its EARLIER. */
    LATER,
    /** 1/65536 unit. Like velocity and angle: sent as what the predictor missed. */
    POSITION,
    /** 1/65536 unit per tick. */
    VELOCITY,
    /** 1/65536 of a circle, counter-clockwise from east. */
    ANGLE,
    /** Ticks that are left; both ends count it down. */
    COUNTDOWN,
    /** A level, sent when it changed. */
    SCALAR,
    /** Independent bits, sent when one changed. */
    FLAGS;

    /** Whether the type's predictor says where this goes. */
    public boolean moves() {
        return this == POSITION || this == VELOCITY || this == ANGLE;
    }

    /** Whether it never changes, so that only full records tell it. */
    public boolean constant() {
        return this == CONSTANT || this == OWNER;
    }

    public boolean signed() {
        return this == POSITION || this == VELOCITY;
    }
}
