package dev.apsis.app;

import dev.apsis.admin.Badge;
import dev.apsis.admin.BadgeFile;
import dev.apsis.admin.Badges;
import dev.apsis.admin.Role;
import dev.apsis.config.Settings;
import dev.apsis.config.StoreKeys;
import dev.apsis.config.WatchKeys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Finds out who may look after a server, and shows tokens that were just made. */
final class Porter {
    private Porter() {}

    /** Everybody whom the settings name, and those of the directory if the page is to be open. */
    static Badges badges(Settings settings, Consumer<String> say) {
        var named = new Badges(settings.get(WatchKeys.TOKENS).stream().map(Porter::badge).toList());
        if (!settings.get(WatchKeys.ADMIN)) {
            return named;
        }
        Path directory = Path.of(settings.get(StoreKeys.DIRECTORY));
        try {
            BadgeFile.Opened opened = BadgeFile.open(directory, new SecureRandom());
            lines(opened).forEach(say);
            return named.and(opened.badges());
        } catch (IOException unreadable) {
            throw new UsageProblem(
                    "can't have the tokens of the admin page: " + unreadable.getMessage(),
                    unreadable);
        }
    }

    private static Badge badge(String token) {
        String[] parts = token.split(":", 3);
        return Badge.of(parts[0], Role.of(parts[1]).orElseThrow(), parts[2]);
    }

    private static List<String> lines(BadgeFile.Opened opened) {
        List<String> lines = new ArrayList<>();
        if (!opened.fresh().isEmpty()) {
            lines.add("tokens for the page at /admin, shown this once:");
        }
        for (BadgeFile.Fresh fresh : opened.fresh()) {
            lines.add("  %-8s  %s".formatted(fresh.role().word(), fresh.token()));
        }
        return lines;
    }
}
