package dev.apsis.orbit.bot;

import dev.apsis.engine.game.Fact;
import dev.apsis.engine.game.Fact.Phase;
import dev.apsis.engine.game.Fact.Standing;
import dev.apsis.orbit.Cause;
import dev.apsis.orbit.GameSettings;
import dev.apsis.orbit.Tally;
import dev.apsis.protocol.orbit.OrbitSchema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A match of house bots, played to its end and written down. Owned by whoever plays it. */
public final class Chronicle {
    private final GameSettings settings;
    private final Match match;
    private final int pilots;
    private final int[] deaths;
    private final List<Fact.Entered> podiums = new ArrayList<>();
    private long aliveSeconds;

    public Chronicle(GameSettings settings, List<Integer> levels, long seed) {
        this.settings = settings;
        this.pilots = levels.size();
        this.deaths = new int[pilots];
        this.match = new Match(settings, levels, seed, this::note);
    }

    /** Plays on for so many seconds of the match's own time. */
    public void play(int seconds) {
        int ticksPerSecond = settings.arena().ticksPerSecond();
        for (int i = 0; i < seconds; i++) {
            for (int tick = 0; tick < ticksPerSecond; tick++) {
                match.step();
            }
            aliveSeconds += alive();
        }
    }

    public Match match() {
        return match;
    }

    /** Rounds that were played to their end. */
    public int rounds() {
        return podiums.size();
    }

    /** Who won the last round that ended, or is ahead in the one that is on; empty if nobody. */
    public String winner() {
        Fact.Entered end = podiums.isEmpty() ? match.orbit().standing() : podiums.getLast();
        if (settings.mode() == GameSettings.Game.TEAMS) {
            return end.winningSide() == 0 ? "" : "team " + end.winningSide();
        }
        return end.winner() < 0 ? "" : Names.of(end.winner());
    }

    /** The points of that round, best first. */
    public Map<String, Integer> scores() {
        Map<String, Integer> scores = new LinkedHashMap<>();
        for (Standing standing : lastStandings()) {
            scores.put(Names.of(standing.seat()), standing.score());
        }
        return scores;
    }

    public Map<String, Integer> deathsBy() {
        Map<String, Integer> deathsBy = new LinkedHashMap<>();
        for (Cause cause : Cause.values()) {
            deathsBy.put(cause.word(), tally().deathsBy(cause));
        }
        return deathsBy;
    }

    public Tally tally() {
        return match.orbit().tally();
    }

    public double hitRate() {
        return (double) tally().hits() / Math.max(1, tally().shots());
    }

    /** Seconds a ship flies from one torpedo that hits it to the next, on average. */
    public double secondsBetweenHits() {
        return (double) aliveSeconds / Math.max(1, tally().hits());
    }

    /** Seconds a ship flies until it is destroyed, on average. */
    public double lifeSeconds() {
        int sum = 0;
        for (int count : deaths) {
            sum += count;
        }
        return (double) aliveSeconds / Math.max(1, sum);
    }

    /** How often a seat's ship was destroyed. */
    public int deaths(int seat) {
        return deaths[seat];
    }

    /** The points at a place of the last standings, from 0, the best, to 1, the last. */
    public int scoreAt(double part) {
        List<Standing> standings = lastStandings();
        return standings.get((int) Math.floor(part * (standings.size() - 1))).score();
    }

    private List<Standing> lastStandings() {
        return podiums.isEmpty()
                ? match.orbit().standing().standings()
                : podiums.getLast().standings();
    }

    private void note(Fact fact) {
        switch (fact) {
            case Fact.Downed downed -> deaths[downed.victim()]++;
            case Fact.Entered entered -> {
                if (entered.phase() == Phase.PODIUM) {
                    podiums.add(entered);
                }
            }
            case Fact.Sided sided -> {}
        }
    }

    private int alive() {
        int alive = 0;
        for (int seat = 0; seat < pilots; seat++) {
            alive += match.frame().id(OrbitSchema.SHIP, seat) == 0 ? 0 : 1;
        }
        return alive;
    }
}
