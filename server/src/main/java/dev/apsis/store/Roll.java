package dev.apsis.store;

import java.net.InetAddress;
import java.util.Optional;

/** What is asked of the store at the door: answered at once, from memory, on any thread. */
public interface Roll {
    /** A roll with nobody on it. */
    Roll EMPTY =
            new Roll() {
                @Override
                public Optional<Ban> ban(InetAddress address) {
                    return Optional.empty();
                }

                @Override
                public Optional<Ban> ban(String account) {
                    return Optional.empty();
                }

                @Override
                public Optional<Claim> claim(String name) {
                    return Optional.empty();
                }

                @Override
                public Optional<Claim> claim(long account) {
                    return Optional.empty();
                }
            };

    /** The ban that keeps whoever comes from there out. */
    Optional<Ban> ban(InetAddress address);

    /** The ban that keeps an account out. */
    Optional<Ban> ban(String account);

    /** Whose name it is, if it is anybody's. */
    Optional<Claim> claim(String name);

    /** The account of a number, if there is one. */
    Optional<Claim> claim(long account);
}
