package dev.apsis.store;

import java.time.Instant;

/**
 * One line of the audit log: who did what to whom, and what else is to be known. The id orders
 * them.
 */
public record AuditEntry(long id, Instant at, Deed deed) {
    /**
     * What was done: {@code by} is whoever did it, such as the name of an admin's token, {@code
     * role} what it may do, {@code action} one word of those who log, {@code target} a room, pilot,
     * address or setting, and {@code detail} the rest in words.
     */
    public record Deed(String by, String role, String action, String target, String detail) {
        public static final int MAX_DETAIL_CHARS = 1000;
        public static final int MAX_WORD_CHARS = 200;

        /** What is too long is cut, for a log may not refuse. */
        public Deed {
            by = cut(by, MAX_WORD_CHARS);
            role = cut(role, MAX_WORD_CHARS);
            action = cut(action, MAX_WORD_CHARS);
            target = cut(target, MAX_WORD_CHARS);
            detail = cut(detail, MAX_DETAIL_CHARS);
        }

        private static String cut(String text, int most) {
            String clean = text.replace('\0', ' ');
            return clean.length() <= most ? clean : clean.substring(0, most - 1) + '…';
        }
    }
}
