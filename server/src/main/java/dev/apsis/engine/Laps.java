package dev.apsis.engine;

/** Is told as a room goes through a tick; who keeps the time is no matter of the room. */
interface Laps {
    /** Nobody keeps the time. */
    Laps NONE =
            new Laps() {
                @Override
                public void begin(int tick) {}

                @Override
                public void end(TickPhase phase) {}
            };

    /** A tick of this number begins. */
    void begin(int tick);

    /** The phase is over, and with it all that was done since the one before. */
    void end(TickPhase phase);
}
