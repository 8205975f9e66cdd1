package dev.apsis.load;

/** One client of a load, whatever it says and hears. Owned by its squadron's thread. */
interface Client extends LeanSocket.Ear {
    /** Where a client stands: it waits to be let in, is in, or is out for good. */
    enum Standing {
        ASKING,
        IN,
        REFUSED,
        LOST;

        /** Where it stands once its socket has ended. */
        Standing ended() {
            return switch (this) {
                case ASKING, REFUSED -> REFUSED;
                case IN, LOST -> LOST;
            };
        }
    }

    Standing standing();

    /** Why it is out; empty while it is not. */
    String why();

    /** It could not even try. */
    void stayedHome(String reason);

    /** From here on is measured: forgets when its last frame came. */
    void startWatch();

    /** Says that it goes, for good. */
    void leave();

    /** What it has counted since it began. */
    Totals totals();
}
