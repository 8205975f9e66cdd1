package dev.apsis.watch;

import dev.apsis.engine.Gauges;
import dev.apsis.gateway.Post;
import dev.apsis.gateway.Venue;

import java.util.List;

/** All that is measured of a server, read at one moment. */
public record Reading(
        List<RoomReading> rooms,
        List<Post.Counts> loops,
        int unanswered,
        boolean draining,
        Machine machine) {
    public Reading {
        rooms = List.copyOf(rooms);
        loops = List.copyOf(loops);
    }

    /** One room and how it does. */
    public record RoomReading(Venue venue, Gauges gauges) {
        /**
         * How it is called where everybody may read it: the name of a room that is not listed is
         * its key.
         */
        public String label() {
            String address = venue.address();
            return venue.listed()
                    ? venue.room()
                    : "unlisted" + address.substring(address.lastIndexOf('.'));
        }
    }
}
