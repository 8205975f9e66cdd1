package dev.apsis.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.apsis.engine.RoomNews;
import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Pilot;
import dev.apsis.protocol.message.Chat;
import dev.apsis.protocol.message.Emote;
import dev.apsis.protocol.message.Notice;
import dev.apsis.protocol.message.ServerMessage;
import dev.apsis.protocol.message.Sign;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/** What viewers are told of each other, however well their lines carry it. */
class AudienceTest {
    private final Theatre theatre = new Theatre();
    private final ReadyLine line = theatre.admit(0, false);

    /** So many people, or others than before. */
    private void gather(int people, String name) {
        List<RoomNews.Seat> seats = new ArrayList<>();
        for (int seat = 0; seat < people; seat++) {
            seats.add(new RoomNews.Seat(seat, "", new Pilot(name + seat, false), false, 0, 0));
        }
        theatre.take(new RoomNews.Gathered(seats));
    }

    @Test
    void aBusyLineHearsOnceWhoIsHereWhenItIsFree() {
        gather(20, "ann");
        long list = line.otherBytes();
        line.beBusy(true);
        long before = line.otherBytes();
        for (int i = 0; i < 60; i++) {
            gather(20, i % 2 == 0 ? "bob" : "eve");
        }
        assertEquals(before, line.otherBytes(), "nothing waits for it");
        line.beBusy(false);
        theatre.show(Theatre.fight(1).subList(0, 3));
        long heard = line.otherBytes() - before;
        assertTrue(heard > 0 && heard < 3 * list, heard + " bytes, and a list has " + list);
    }

    @Test
    void whoHearsOfItInTimeHearsOfEachChange() {
        gather(20, "ann");
        long before = line.otherBytes();
        gather(20, "bob");
        assertTrue(line.otherBytes() > before);
    }

    /** Word for word as soon as it happens, though snapshots are skipped meanwhile. */
    @Test
    void wordsKillsRoundsAndNoticesAreSaidOnABusyLineToo() {
        gather(2, "ann");
        var entered = new Fact.Entered(9, 1, Fact.Phase.PLAYING, 900, -1, 0, List.of());
        var downed = new Fact.Downed(9, 1, 0, List.of(), "torpedo", false);
        line.beBusy(true);
        theatre.show(Theatre.fight(1).subList(0, 3));
        for (var fact : List.of(entered, downed)) {
            theatre.take(new RoomNews.Happened(List.of(fact)));
            assertHeard(Facts.message(fact).orElseThrow());
        }
        for (var said : List.of(new Chat(1, false, "hi"), new Emote(1, Sign.WOW))) {
            theatre.pass(new Talk(1, /* team= */ false, said));
            assertHeard(said);
        }
        theatre.take(new RoomNews.Said(RoomNews.Said.EVERYBODY, "to all"));
        assertHeard(new Notice("to all"));
        theatre.take(new RoomNews.Said(0, "to one"));
        assertHeard(new Notice("to one"));
        assertEquals(0, line.snapshotBytes(), "it is busy");
    }

    private void assertHeard(ServerMessage message) {
        assertArrayEquals(message.toBytes(), line.newest());
    }
}
