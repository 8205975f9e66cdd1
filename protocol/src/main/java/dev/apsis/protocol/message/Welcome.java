package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;
import dev.apsis.protocol.orbit.Arena;
import dev.apsis.protocol.orbit.Rules;

/**
 * The client is in: its seat (-1 for a spectator), the token that takes it back, and the place.
 * {@code behaviorVersion} is {@link Rules#BEHAVIOR_VERSION} of the server.
 *
 * <pre>
 * welcome = seat? token:text room:text tick:32 ticksPerFrame:4 behaviorVersion:16 arena
 * </pre>
 */
public record Welcome(
        int seat,
        String token,
        String room,
        int tick,
        int ticksPerFrame,
        int behaviorVersion,
        Arena arena)
        implements ServerMessage {
    private static final int MAX_ROOM_BYTES = 64;

    /** Of a server that behaves as this code does. */
    public Welcome(int seat, String token, String room, int tick, int ticksPerFrame, Arena arena) {
        this(seat, token, room, tick, ticksPerFrame, Rules.BEHAVIOR_VERSION, arena);
    }

    @Override
    public void write(BitWriter out) {
        out.write(WELCOME, Wire.KIND_BITS);
        Wire.writeSeatOrNone(out, seat);
        Wire.writeText(out, token);
        Wire.writeText(out, room);
        out.write(tick, 32);
        out.write(ticksPerFrame, 4);
        out.write(behaviorVersion, 16);
        Place.write(out, arena);
    }

    static Welcome read(BitReader in) {
        int seat = Wire.readSeatOrNone(in);
        String token = Wire.readText(in, ClientMessage.Hello.MAX_TOKEN_BYTES);
        String room = Wire.readText(in, MAX_ROOM_BYTES);
        int tick = in.read(32);
        int ticksPerFrame = in.read(4);
        if (ticksPerFrame == 0 || tick < 0) {
            throw in.wrong("frames of no ticks, or a tick before the first");
        }
        int behaviorVersion = in.read(16);
        Arena arena = Place.read(in);
        return new Welcome(seat, token, room, tick, ticksPerFrame, behaviorVersion, arena);
    }
}
