package dev.apsis.load;

import dev.apsis.measure.CpuTime;
import dev.apsis.protocol.message.Wire;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;

/**
 * What a load is: so many clients, spread over rooms, for so long.
 *
 * @param server its address without a path, of scheme ws
 * @param rooms their names; client i sits in room i, round and round; none for a bare sender
 * @param settleSeconds from the last join to the first figure
 * @param process the server's, to ask for its processor time; null if it is not on this machine
 */
public record Plan(
        URI server,
        List<String> rooms,
        int count,
        Temper temper,
        int settleSeconds,
        int seconds,
        long seed,
        @Nullable ProcessHandle process) {
    public Plan {
        rooms = List.copyOf(rooms);
    }

    /** The same for another time to be measured. */
    Plan lasting(int otherSeconds) {
        return new Plan(server, rooms, count, temper, settleSeconds, otherSeconds, seed, process);
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
