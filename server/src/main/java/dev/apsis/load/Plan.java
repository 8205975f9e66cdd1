package dev.apsis.load;

import dev.apsis.measure.CpuTime;
import dev.apsis.protocol.message.Wire;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

import javax.net.ssl.SSLContext;

/**
 * What a load is: so many clients, spread over rooms, for so long.
 *
 * @param server its address without a path, of scheme ws or wss
 * @param rooms their names; client i sits in room i, round and round; none for a bare sender
 * @param settleSeconds from the last join to the first figure
 * @param process the server's, to ask for its processor time; null if it is not on this machine
 * @param trust who may vouch for a server of scheme wss; null for whom Java believes
 */
public record Plan(
        URI server,
        List<String> rooms,
        int count,
        Temper temper,
        int settleSeconds,
        int seconds,
        long seed,
        @Nullable ProcessHandle process,
        @Nullable SSLContext trust) {
    public Plan {
        rooms = List.copyOf(rooms);
    }

    /** One of a server that Java's own authorities vouch for, if anybody is to. */
    public Plan(
            URI server,
            List<String> rooms,
            int count,
            Temper temper,
            int settleSeconds,
            int seconds,
            long seed,
            @Nullable ProcessHandle process) {
        this(server, rooms, count, temper, settleSeconds, seconds, seed, process, null);
    }

    /** The same, where that says who may vouch for the server. */
    public Plan trusting(@Nullable SSLContext other) {
        return new Plan(server, rooms, count, temper, settleSeconds, seconds, seed, process, other);
    }

    /** The same for another time to be measured. */
    public Plan lasting(int otherSeconds) {
        return new Plan(
                server, rooms, count, temper, settleSeconds, otherSeconds, seed, process, trust);
    }

    URI door(int client) {
        String path = rooms.isEmpty() ? "/" : "/play/" + rooms.get(client % rooms.size());
        return server.resolve(path);
    }

    String subprotocol() {
        return rooms.isEmpty() ? BareSender.SUBPROTOCOL : Wire.SUBPROTOCOL;
    }

    double serverCpuSeconds() {
        return process == null ? 0 : CpuTime.seconds(process);
    }
}
