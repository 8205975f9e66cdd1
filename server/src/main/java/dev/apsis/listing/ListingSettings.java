package dev.apsis.listing;

import dev.apsis.directory.PublicAddress;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The directories a server asks, and as what it announces itself there; without an address it does
 * not.
 */
public record ListingSettings(
        List<String> directories,
        @Nullable PublicAddress address,
        String name,
        String description) {
    /** No list is shown, and nobody is told. */
    public static final ListingSettings NONE = new ListingSettings(List.of(), null, "", "");

    public ListingSettings {
        directories = List.copyOf(directories);
    }
}
