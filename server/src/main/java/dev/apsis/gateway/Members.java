package dev.apsis.gateway;

import dev.apsis.engine.game.Pilot;
import dev.apsis.protocol.message.Refusal;
import dev.apsis.protocol.message.Refused;
import dev.apsis.store.Ban;
import dev.apsis.store.Claim;
import dev.apsis.store.Roll;

import java.util.Optional;

/**
 * Under whose name somebody may fly. A name that is an account's is for whoever signed in, all
 * others are for everybody; a banned account flies under no name.
 */
record Members(Roll roll) {
    /** What a hello comes to. */
    sealed interface Verdict {
        /** Flies as this account; {@link Pilot#GUEST} for a guest. */
        record Welcome(long account) implements Verdict {}

        record Unwelcome(Refused refused) implements Verdict {}
    }

    /** Whether a session is not void, as an account's is once its password was changed. */
    boolean honours(String session) {
        return Badge.read(session).isEmpty() || account(session).isPresent();
    }

    Verdict judge(String session, String name) {
        Optional<Claim> account = account(session);
        Optional<Ban> ban = account.flatMap(own -> roll.ban(own.name()));
        if (ban.isPresent()) {
            return new Verdict.Unwelcome(new Refused(Refusal.BANNED, ban.get().text()));
        }
        Optional<Claim> claim = roll.claim(name);
        if (claim.isEmpty()) {
            return new Verdict.Welcome(Pilot.GUEST);
        }
        long owner = claim.get().account();
        return account.filter(own -> own.account() == owner).isPresent()
                ? new Verdict.Welcome(owner)
                : new Verdict.Unwelcome(new Refused(Refusal.CLAIMED, Refusal.CLAIMED.text()));
    }

    /** Whose a session is, unless it is a guest's or void. */
    private Optional<Claim> account(String session) {
        return Badge.read(session)
                .flatMap(badge -> roll.claim(badge.account()).filter(badge::opens));
    }
}
