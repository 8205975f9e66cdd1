package dev.apsis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Asks axe-core what of a page people can't use who don't see, hear or point as others do. */
final class Accessible {
    private static final Path AXE =
            Path.of("..", "client-web", "node_modules", "axe-core", "axe.min.js");

    private static final String SERIOUS =
            """
            async () => {
              const found = await axe.run(document, { resultTypes: ['violations'] });
              return found.violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .map(({ id, nodes }) => id + ': ' + nodes.map(n => n.target.join(' ')).join(', '));
            }
            """;

    private Accessible() {}

    static void check(Page page, String what) throws IOException {
        page.evaluate(Files.readString(AXE));
        assertEquals(List.of(), page.evaluate(SERIOUS), what + " has no serious finding");
    }
}
