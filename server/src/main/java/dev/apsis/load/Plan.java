package dev.apsis.load;

import java.net.URI;
import java.util.List;

/**
 * What a load is: so many clients, spread over rooms, for so long.
 *
 * @param server its address without a path, of scheme ws
 * @param rooms their names; client i sits in the room i, round and round
 * @param settleSeconds from the last join to the first figure
 */
public record Plan(
        URI server,
        List<String> rooms,
        int count,
        Temper temper,
        int settleSeconds,
        int seconds,
        long seed) {
    public Plan {
        rooms = List.copyOf(rooms);
    }

    URI door(int client) {
        return server.resolve("/play/" + rooms.get(client % rooms.size()));
    }
}
