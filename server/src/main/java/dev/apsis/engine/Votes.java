package dev.apsis.engine;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the people of one room vote on, one thing at a time. Owned by the room; knows no time but
 * ticks. Whoever takes a seat back has voted already; whoever left is not counted.
 */
final class Votes {
    private final RoomTiming timing;
    private VoteRules rules;
    private @Nullable Motion motion;
    private int freeTick;

    /** Who sits in a room: only people vote. */
    record Voter(int seat, int link, String session, String name, boolean person) {}

    /** What is to be decided, about whom if it is about somebody, and what people said. */
    private record Motion(
            Matter matter,
            @Nullable Voter target,
            int endTick,
            Map<String, Boolean> saidBySession) {
        String question() {
            return target == null ? matter.word() : matter.word() + ' ' + target.name();
        }
    }

    Votes(VoteRules rules, RoomTiming timing) {
        this.rules = rules;
        this.timing = timing;
    }

    /** From here on other rules hold; a vote that is open goes on by them. */
    void amend(VoteRules other) {
        rules = other;
    }

    /** Somebody wants a vote; {@code name} says on whom, if it is about somebody. */
    List<RoomNews> call(Voter caller, Matter matter, String name, Hall hall) {
        Optional<Voter> target = matter == Matter.KICK ? hall.find(name) : Optional.empty();
        String objection = objection(caller, matter, target, hall.tick());
        if (!objection.isEmpty()) {
            return List.of(new RoomNews.Said(caller.seat(), objection));
        }
        int endTick = hall.tick() + timing.ticks(rules.open());
        var called = new Motion(matter, target.orElse(null), endTick, new HashMap<>());
        motion = called;
        called.saidBySession().put(caller.session(), true);
        List<RoomNews> news = new ArrayList<>();
        news.add(
                all(
                        "%s calls a vote: %s. Say /yes or /no within %d s"
                                .formatted(
                                        caller.name(),
                                        called.question(),
                                        rules.open().toSeconds())));
        news.addAll(judge(hall));
        return news;
    }

    private String objection(Voter caller, Matter matter, Optional<Voter> target, int tick) {
        if (!rules.matters().contains(matter)) {
            return "there are no votes on " + matter.word() + " in this room";
        }
        if (!caller.person()) {
            return "votes are for people";
        }
        if (motion != null) {
            return "there is a vote already, on " + motion.question() + ": say /yes or /no";
        }
        if (tick < freeTick) {
            int seconds = 1 + (freeTick - tick) / timing.ticksPerSecond();
            return "the next vote may be called in " + seconds + " s";
        }
        boolean about = matter == Matter.KICK;
        return about && target.isEmpty() ? "there is no pilot of that name, or more than one" : "";
    }

    /** Somebody says yes or no; the last word counts. */
    List<RoomNews> cast(Voter voter, boolean yes, Hall hall) {
        Motion open = motion;
        if (open == null || !voter.person()) {
            String why = open == null ? "there is no vote" : "votes are for people";
            return List.of(new RoomNews.Said(voter.seat(), why));
        }
        open.saidBySession().put(voter.session(), yes);
        List<RoomNews> outcome = judge(hall);
        String heard = yes ? "your yes counts" : "your no counts";
        return outcome.isEmpty() ? List.of(new RoomNews.Said(voter.seat(), heard)) : outcome;
    }

    /** Whether a vote is decided by now, one way or the other; nothing if it is not. */
    List<RoomNews> judge(Hall hall) {
        Motion open = motion;
        if (open == null) {
            return List.of();
        }
        List<Voter> people = hall.people();
        int yes = count(open, people, true);
        int needed = rules.needed(open.matter(), people.size());
        Voter target = open.target();
        boolean gone = target != null && hall.find(target.session(), target.seat()).isEmpty();
        boolean lost = people.size() - count(open, people, false) < needed;
        if (yes >= needed && !gone) {
            return decided(open, hall);
        }
        if (gone || lost || hall.tick() >= open.endTick()) {
            end(hall.tick());
            return List.of(
                    all(
                            "the vote on %s is over: %d said yes, %d were needed"
                                    .formatted(open.question(), yes, needed)));
        }
        return List.of();
    }

    private List<RoomNews> decided(Motion open, Hall hall) {
        end(hall.tick());
        Voter target = open.target();
        RoomNews effect =
                target == null
                        ? new RoomNews.Decided(open.matter())
                        : hall.find(target.session(), target.seat())
                                .map(Votes::sentAway)
                                .orElseThrow();
        return List.of(all("decided: " + open.matter().effect()), effect);
    }

    private static RoomNews sentAway(Voter target) {
        return new RoomNews.SentAway(
                target.seat(), target.link(), "the pilots of this room voted you out");
    }

    private void end(int tick) {
        motion = null;
        freeTick = tick + timing.ticks(rules.pause());
    }

    private static int count(Motion open, List<Voter> people, boolean said) {
        int count = 0;
        for (Voter voter : people) {
            count +=
                    Boolean.valueOf(said).equals(open.saidBySession().get(voter.session())) ? 1 : 0;
        }
        return count;
    }

    private static RoomNews all(String words) {
        return new RoomNews.Said(RoomNews.Said.EVERYBODY, words);
    }

    /** Who is here at a tick, and may be voted on. */
    record Hall(List<Voter> present, int tick) {
        List<Voter> people() {
            return present.stream().filter(Voter::person).toList();
        }

        /** The one pilot of a name, whatever its capitals. */
        Optional<Voter> find(String name) {
            List<Voter> named =
                    present.stream().filter(each -> each.name().equalsIgnoreCase(name)).toList();
            return named.size() == 1 ? Optional.of(named.get(0)) : Optional.empty();
        }

        Optional<Voter> find(String session, int seat) {
            return present.stream()
                    .filter(each -> each.seat() == seat && each.session().equals(session))
                    .findAny();
        }
    }
}
