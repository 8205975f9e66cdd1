package dev.apsis.store;

import java.time.Instant;

/** A name that is an account's; who signed in before {@code validFrom} has to do so again. */
public record Claim(long account, String name, Instant validFrom) {}
