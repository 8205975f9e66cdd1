package dev.apsis.protocol.delta;

/**
 * Where things will be if nothing happens to them: pure functions that both ends run.
 *
 * <p>An instance may keep what it computed last, so each has one owner.
 */
public interface Motion {
    /**
     * Fills in the moving fields of a leg's row. The row's controls are in place: EARLIER and LATER
     * are those of its last two ticks; in the ticks before those the LATER of {@code before} went
     * on.
     */
    void predict(int type, Leg leg);

    /**
     * Fills in the owner-only fields that follow from a leg of the first type, countdowns apart.
     * Reads {@code secrets} at its start and writes its end.
     */
    void predictSecrets(Leg leg, int[] secrets);

    /**
     * Fills in the row of what left its owner {@code age} ticks before the end of the owner's leg,
     * save for its constants; 0 {@code <= age < leg.ticks}.
     */
    void launch(int type, Leg owner, int age, int[] row, int at);
}
