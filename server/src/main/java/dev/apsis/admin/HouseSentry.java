package dev.apsis.admin;

import dev.apsis.gateway.Sentry;
import dev.apsis.store.Ban;
import dev.apsis.store.Roll;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/** Keeps out whom the roll bans, and silent whom a moderator muted. Asked from any thread. */
public record HouseSentry(Roll roll, Mutes mutes) implements Sentry {
    @Override
    public Optional<String> bars(String address) {
        try {
            return roll.ban(InetAddress.getByName(address)).map(Ban::text); // numbers: no lookup
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    @Override
    public boolean silences(String mark) {
        return mutes.silences(mark);
    }
}
