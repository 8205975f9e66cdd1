package dev.apsis.protocol.message;

import java.util.Locale;
import java.util.Optional;

/** Why a client is not let in, or is sent away; each has its WebSocket close code. */
public enum Refusal {
    VERSION(4000, "this page speaks another version than the server: reload it"),
    NO_ROOM(4001, "there is no such room"),
    FULL(4002, "the room is full"),
    PASSWORD(4003, "the room asks for another password"),
    MALFORMED(4004, "the server could not read a message"),
    TOO_MUCH(4005, "too many messages"),
    SILENT(4006, "no hello came in time"),
    REPLACED(4007, "the same player connected elsewhere"),
    ROOM_CLOSED(4008, "the room was closed"),
    DRAINING(4009, "the server is about to restart: connect again in a moment"),
    NAME(4010, "a name has 1 to 24 characters"),
    SUBPROTOCOL(4011, "ask for the WebSocket subprotocol apsis.v1 or apsis.v1+json"),
    BUSY(4012, "the server has more to do than it can: try again in a moment"),
    IDLE(4013, "nobody was at the controls for a long time"),
    SLOW(4014, "the line could not carry what must not be lost"),
    NO_BOTS(4015, "the seats of this room are for people: a bot may watch"),
    ONLY_BOTS(4016, "the seats of this room are for bots: you may watch"),
    KICKED(4017, "the host sent you away"),
    BANNED(4018, "the host does not let you in"),
    CLAIMED(4019, "the name is somebody's: sign in if it is yours, or fly under another");

    private final int closeCode;
    private final String text;

    Refusal(int closeCode, String text) {
        this.closeCode = closeCode;
        this.text = text;
    }

    /** How it is called in JSON, and as the reason of the close. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int closeCode() {
        return closeCode;
    }

    /** The refusal of a close code, if it is one of ours. */
    public static Optional<Refusal> of(int closeCode) {
        for (Refusal refusal : values()) {
            if (refusal.closeCode == closeCode) {
                return Optional.of(refusal);
            }
        }
        return Optional.empty();
    }

    /** What it means, in words for a player. */
    public String text() {
        return text;
    }
}
