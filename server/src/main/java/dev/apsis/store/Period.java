package dev.apsis.store;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** What a leaderboard is about: a day, a week from Monday, a month, or all time, in UTC. */
public enum Period {
    DAY("day"),
    WEEK("week"),
    MONTH("month"),
    ALL("all");

    private final String word;

    Period(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Period> of(String word) {
        for (Period period : values()) {
            if (period.word.equals(word)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    /** The first day of the period that a moment lies in. */
    public LocalDate begins(Instant moment) {
        return begins(LocalDate.ofInstant(moment, ZoneOffset.UTC));
    }

    /** The first day of the period that a day lies in. */
    public LocalDate begins(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case ALL -> LocalDate.EPOCH;
        };
    }
}
