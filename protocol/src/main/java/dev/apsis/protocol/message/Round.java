package dev.apsis.protocol.message;

import dev.apsis.protocol.bits.BitReader;
import dev.apsis.protocol.bits.BitWriter;

import java.util.ArrayList;
import java.util.List;

/**
 * How the match stands: which round, its phase and when that ends; once it is over who won (-1:
 * nobody), or which team (0: none), and the standings, best first.
 *
 * <pre>
 * round = phase:2 number:16 endsTick:32 winner:seat? winningTeam:3 count:varint standing*
 * standing = seat:11 team:3 score:32 kills:16 deaths:16
 * </pre>
 */
public record Round(
        Phase phase,
        int number,
        int endsTick,
        int winner,
        int winningTeam,
        List<Standing> standings)
        implements ServerMessage {
    public Round {
        standings = List.copyOf(standings);
    }

    /** Where a round is in its life. */
    public enum Phase {
        WAITING(0),
        PLAYING(1),
        PODIUM(2);

        private static final Phase[] BY_CODE = {WAITING, PLAYING, PODIUM};

        private final int code;

        Phase(int code) {
            this.code = code;
        }
    }

    /** One pilot's line of the standings. */
    public record Standing(int seat, int team, int score, int kills, int deaths) {}

    @Override
    public void write(BitWriter out) {
        out.write(ROUND, Wire.KIND_BITS);
        out.write(phase.code, 2);
        out.write(number, 16);
        out.write(endsTick, 32);
        Wire.writeSeatOrNone(out, winner);
        out.write(winningTeam, Wire.TEAM_BITS);
        out.writeVarint(standings.size());
        for (Standing standing : standings) {
            out.write(standing.seat(), Wire.SEAT_BITS);
            out.write(standing.team(), Wire.TEAM_BITS);
            out.write(standing.score(), 32);
            out.write(standing.kills(), 16);
            out.write(standing.deaths(), 16);
        }
    }

    static Round read(BitReader in) {
        int phase = in.read(2);
        if (phase >= Phase.BY_CODE.length) {
            throw in.wrong("a round of unknown phase " + phase);
        }
        int number = in.read(16);
        int endsTick = in.read(32);
        int winner = Wire.readSeatOrNone(in);
        int winningTeam = in.read(Wire.TEAM_BITS);
        int count = Wire.readCount(in, People.MAX_COUNT, "standings");
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int seat = in.read(Wire.SEAT_BITS);
            int team = in.read(Wire.TEAM_BITS);
            standings.add(new Standing(seat, team, in.read(32), in.read(16), in.read(16)));
        }
        return new Round(Phase.BY_CODE[phase], number, endsTick, winner, winningTeam, standings);
    }
}
