package dev.apsis.protocol.delta;

/**
 * Where things will be if nothing happens to them: pure functions that both ends run.
 *
 * <p>An instance may keep what it computed last, so each has one owner.
 */
public interface Motion {
    /**
     * Fills in the moving fields of a row, {@code ticks} after {@code before} stood at {@code
     * tick}. The row's controls are in place: EARLIER and LATER are those of its last two ticks; in
     * the ticks before those the LATER of {@code before} went on.
     */
    void predict(int type, int[] before, int beforeAt, int[] row, int at, int tick, int ticks);

    /**
     * Fills in the owner-only fields that follow from the way between two rows, countdowns apart.
     * Reads {@code secrets} at its start and writes its end.
     */
    void predictSecrets(
            int type,
            int[] before,
            int beforeAt,
            int[] row,
            int at,
            int[] secrets,
            int tick,
            int ticks);
}
