package dev.apsis.protocol.bot;

import dev.apsis.protocol.message.Radar;
import dev.apsis.protocol.message.Round;

import org.jspecify.annotations.Nullable;

/** What the server told apart from snapshots, as it stands. */
record News(Muster muster, Radar radar, @Nullable Round round) {
    static final News NONE = new News(Muster.NOBODY, new Radar(0, new int[0]), null);

    News with(Muster other) {
        return new News(other, radar, round);
    }

    News with(Radar other) {
        return new News(muster, other, round);
    }

    News with(Round other) {
        return new News(muster, radar, other);
    }
}
