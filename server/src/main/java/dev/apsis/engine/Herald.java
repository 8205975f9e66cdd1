package dev.apsis.engine;

import dev.apsis.engine.game.Fact;
import dev.apsis.protocol.frame.Frame;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.function.Consumer;

/**
 * Tells what becomes of a room, in the same order whoever runs it and however its listeners are
 * reached. Owned by whoever owns the room.
 */
public final class Herald {
    private final Room room;
    private final Consumer<RoomNews> listeners;
    private List<RoomNews.Seat> people = List.of();

    public Herald(Room room, Consumer<RoomNews> listeners) {
        this.room = room;
        this.listeners = listeners;
    }

    /**
     * Tells what a tick brought: if it has a frame, what happened since the last one and the frame,
     * so that both leave together.
     */
    public List<Fact> tell(@Nullable Frame frame) {
        if (frame == null) {
            return List.of();
        }
        List<Fact> facts = tellFacts();
        listeners.accept(new RoomNews.Captured(frame));
        return facts;
    }

    /** Tells what happened since the last frame, before the room ends without another one. */
    List<Fact> tellFacts() {
        List<Fact> facts = room.facts();
        if (!facts.isEmpty()) {
            listeners.accept(new RoomNews.Happened(facts));
        }
        return facts;
    }

    /** Tells who is here if somebody came, left or scored since it was told last. */
    public void tellPeople() {
        List<RoomNews.Seat> current = room.people();
        if (!current.equals(people)) {
            people = current;
            listeners.accept(new RoomNews.Gathered(current));
        }
    }

    /** What everybody was told, so that whoever begins to listen here misses no change of it. */
    public Situation situation(Relief relief) {
        tellPeople();
        Fact.Entered round = room.round();
        return new Situation(
                room.tickNumber(), people, round == null ? List.of() : List.of(round), relief);
    }
}
