package dev.apsis.config;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Hours of the week. A span that ends no later than it begins goes past midnight, and belongs to
 * the day on which it begins; one to 24:00 ends with its day.
 *
 * <pre>
 * hours = (day | day '-' day | 'daily') HH:MM '-' HH:MM
 * </pre>
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime until) {
    private static final List<String> DAYS =
            List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

    private static final String DAY = "(" + String.join("|", DAYS) + ")";
    private static final String HOUR = "((?:[01]\\d|2[0-3]):[0-5]\\d)";
    private static final Pattern FORM =
            Pattern.compile(
                    "(?:daily|" + DAY + "(?:-" + DAY + ")?)\\s+" + HOUR + "-(24:00|" + HOUR + ")");

    public Hours {
        days = Set.copyOf(days);
    }

    static boolean isHours(String text) {
        return FORM.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** What a text says that is of the right form. */
    public static Hours of(String text) {
        Matcher hours = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!hours.matches()) {
            throw new IllegalArgumentException(text);
        }
        String until = hours.group(4);
        return new Hours(
                days(hours),
                LocalTime.parse(hours.group(3)),
                until.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(until));
    }

    private static Set<DayOfWeek> days(Matcher hours) {
        String first = hours.group(1);
        if (first == null) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        String last = hours.group(2);
        DayOfWeek day = day(first);
        DayOfWeek end = day(last == null ? first : last);
        Set<DayOfWeek> days = EnumSet.of(day);
        while (day != end) {
            day = day.plus(1);
            days.add(day);
        }
        return days;
    }

    private static DayOfWeek day(String word) {
        return DayOfWeek.of(DAYS.indexOf(word) + 1);
    }

    /** Whether a moment is within. */
    public boolean contain(LocalDateTime moment) {
        LocalTime time = moment.toLocalTime();
        boolean today = days.contains(moment.getDayOfWeek());
        if (from.isBefore(until)) {
            return today && !time.isBefore(from) && time.isBefore(until);
        }
        boolean yesterday = days.contains(moment.getDayOfWeek().minus(1));
        return (today && !time.isBefore(from)) || (yesterday && time.isBefore(until));
    }
}
