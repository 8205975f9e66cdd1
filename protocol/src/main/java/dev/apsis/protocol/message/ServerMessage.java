package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

import java.util.List;

/**
 * What the server says, apart from snapshots, whose kind is {@link #SNAPSHOT} and whose body {@link
 * dev.apsis.protocol.delta.SnapshotWriter} draws. Each message draws its own body.
 *
 * <pre>
 * message = kind:4 body, filled with zeros to a whole byte
 * text    = length:varint utf8*
 * seat?   = 0 | 1 seat:11                    0: nobody
 * hue?    = 0 | 1 degrees:9                  0 to 359; 0: whoever draws may choose
 * </pre>
 */
public sealed interface ServerMessage
        permits Welcome, Refused, Pong, People, Notice, Radar, Chat, Scores, Kill, Round, Emote {
    int SNAPSHOT = 0;
    int WELCOME = 1;
    int REFUSED = 2;
    int PONG = 3;
    int PEOPLE = 4;
    int NOTICE = 5;
    int RADAR = 6;
    int CHAT = 7;
    int SCORES = 8;
    int KILL = 9;
    int ROUND = 10;
    int EMOTE = 11;

    /** Names of the kinds, by number. */
    List<String> KINDS =
            List.of(
                    "snapshot",
                    "welcome",
                    "refusal",
                    "pong",
                    "people",
                    "notice",
                    "radar",
                    "chat",
                    "scores",
                    "kill",
                    "round",
                    "emote");

    void write(BitWriter out);

    /** The kind of a message, read from its first bits. */
    static int kind(BitReader in) {
        return in.read(Wire.KIND_BITS);
    }

    /** Leads a snapshot's bits. */
    static void beginSnapshot(BitWriter out) {
        out.write(SNAPSHOT, Wire.KIND_BITS);
    }

    /**
     * Reads the rest of a message that is not a snapshot, or refuses it with a {@link
     * dev.apsis.protocol.bits.WireException}.
     */
    static ServerMessage read(int kind, BitReader in) {
        ServerMessage message =
                switch (kind) {
                    case WELCOME -> Welcome.read(in);
                    case REFUSED -> Refused.read(in);
                    case PONG -> Pong.read(in);
                    case PEOPLE -> People.read(in);
                    case NOTICE -> Notice.read(in);
                    case RADAR -> Radar.read(in);
                    case CHAT -> Chat.read(in);
                    case SCORES -> Scores.read(in);
                    case KILL -> Kill.read(in);
                    case ROUND -> Round.read(in);
                    case EMOTE -> Emote.read(in);
                    default -> throw in.wrong("a message of unknown kind " + kind);
                };
        in.end();
        return message;
    }

    default byte[] toBytes() {
        var out = new BitWriter(64, Wire.MAX_SERVER_BYTES);
        write(out);
        return out.toBytes();
    }
}
