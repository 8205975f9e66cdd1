package dev.apsis.gateway;

/**
 * What one line may say: so many messages a second, and so many bytes of them; and what it did not
 * say in the last two seconds. Owned by its connection.
 *
 * <p>Both are kept as a moment up to which all that may be said was said: there are hundreds of
 * lines, and each word is to be found in the processor's cache.
 */
final class Ration {
    static final int MESSAGES_PER_SECOND = 75;
    static final int BYTES_PER_SECOND = 8192;
    static final int SECONDS_SAVED = 2;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MESSAGE = NANOS_PER_SECOND / MESSAGES_PER_SECOND;
    private static final long NANOS_PER_BYTE = NANOS_PER_SECOND / BYTES_PER_SECOND;

    private long messagesUntilNanos;
    private long bytesUntilNanos;

    Ration(long nowNanos) {
        this.messagesUntilNanos = saved(nowNanos);
        this.bytesUntilNanos = saved(nowNanos);
    }

    /** Takes a message so long out; false, and nothing taken, if that is more than there is. */
    boolean take(int length, long nowNanos) {
        long saved = saved(nowNanos);
        long messages = Math.max(messagesUntilNanos, saved) + NANOS_PER_MESSAGE;
        long bytes = Math.max(bytesUntilNanos, saved) + length * NANOS_PER_BYTE;
        if (Math.max(messages, bytes) > nowNanos) {
            return false;
        }
        messagesUntilNanos = messages;
        bytesUntilNanos = bytes;
        return true;
    }

    private static long saved(long nowNanos) {
        return nowNanos - SECONDS_SAVED * NANOS_PER_SECOND;
    }
}
