package dev.apsis.directory;

import java.util.List;
import java.util.stream.Collectors;

/** The list as a page: no script, nothing from elsewhere, and what hosts wrote is text only. */
final class ListPage {
    /** Whatever a host may have written: nothing of it is run or fetched. */
    static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

    /** The page ends there and says so. */
    private static final int MAX_SHOWN = 200;

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>Servers</title>
            <style>
            body { margin: 3rem auto; max-width: 60rem; padding: 0 1rem; background: #060a14;
              color: #d6e4ff; font: 16px/1.5 system-ui, sans-serif; }
            a { color: #7cc7ff; }
            table { width: 100%; border-collapse: collapse; }
            th, td { padding: .5rem .6rem; text-align: left; border-bottom: 1px solid #1c2a44; }
            td small { display: block; color: #8fa6cc; overflow-wrap: anywhere; }
            .number { text-align: right; font-variant-numeric: tabular-nums; }
            </style>
            <h1>Servers</h1>
            """;

    private ListPage() {}

    static String html(List<Listed> servers) {
        if (servers.isEmpty()) {
            return HEAD + "<p>No server is listed just now.</p>\n";
        }
        String more =
                servers.size() > MAX_SHOWN
                        ? "<p>And %d more: <a href=\"/api/servers\">all</a>.</p>%n"
                                .formatted(servers.size() - MAX_SHOWN)
                        : "";
        return servers.stream()
                .limit(MAX_SHOWN)
                .map(ListPage::row)
                .collect(
                        Collectors.joining(
                                "",
                                HEAD
                                        + "<table><tr><th>Server<th class=number>Players<th>Mode"
                                        + "<th class=number>Ping from here<th>Version\n",
                                "</table>\n" + more));
    }

    private static String row(Listed server) {
        Announcement said = server.announced();
        Facts facts = said.facts();
        return """
        <tr><td><a href="%s" rel="noopener nofollow">%s</a><small>%s</small>\
        <td class=number>%d of %d<td>%s<td class=number>%d ms<td>%s
        """
                .formatted(
                        escaped(server.key()),
                        escaped(said.name()),
                        escaped(said.description()),
                        facts.players(),
                        facts.capacity(),
                        escaped(facts.mode()),
                        server.latencyMillis(),
                        escaped(facts.version()));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
