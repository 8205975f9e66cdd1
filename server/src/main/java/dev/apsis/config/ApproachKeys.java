package dev.apsis.config;

import java.util.List;

/** What is set for how one gets to a server: by TLS, and past proxies. */
public final class ApproachKeys {
    public static final Key<String> CERTIFICATE =
            new Key<>(
                    "tls.certificate",
                    new Kind.Text("a file in PEM", text -> true),
                    List.of(""),
                    "--certificate",
                    Effect.RESTART,
                    "File of the certificate and those who vouch for it, as PEM; with it the server"
                            + " speaks https and wss only. A renewed file is taken within 10"
                            + " seconds; one that is no good is told of, and changes nothing.");

    public static final Key<String> KEY =
            new Key<>(
                    "tls.key",
                    new Kind.Text("a file in PEM", text -> true),
                    List.of(""),
                    "--key",
                    Effect.RESTART,
                    "File of the certificate's private key, as PEM, without a password.");

    public static final Key<Integer> REDIRECT_PORT =
            new Key<>(
                    "tls.redirect-port",
                    new Kind.Whole(0, 65_535, ""),
                    List.of("0"),
                    "--redirect-port",
                    Effect.RESTART,
                    "Port that sends who comes by http to https; 0 for none.");

    public static final Key<List<String>> PROXIES =
            new Key<>(
                    "proxy.trusted",
                    new Kind.Many<>(
                            new Kind.Text(
                                    "an address or a range such as 10.0.0.0/8 or ::1",
                                    text -> text.matches("[0-9a-fA-F:.]{2,45}(/\\d{1,3})?")),
                            64),
                    List.of(),
                    "--trusted-proxy",
                    Effect.RESTART,
                    "Proxies that are believed when they say whom they speak for"
                            + " (X-Forwarded-For, X-Forwarded-Proto, PROXY). From all others it is"
                            + " ignored and counted.");

    public static final Key<Boolean> PROXY_PROTOCOL =
            new Key<>(
                    "proxy.protocol",
                    new Kind.Switch(),
                    List.of("false"),
                    "--proxy-protocol",
                    Effect.RESTART,
                    "Whether every connection begins with a PROXY line (version 1 or 2), which"
                            + " counts if it is a trusted proxy's; one without is closed.");

    static final List<Key<?>> ALL =
            List.of(CERTIFICATE, KEY, REDIRECT_PORT, PROXIES, PROXY_PROTOCOL);

    private ApproachKeys() {}

    /** Whether what is set goes together. */
    static void check(Settings settings, List<Problem> problems) {
        boolean certificate = !settings.get(CERTIFICATE).isEmpty();
        boolean key = !settings.get(KEY).isEmpty();
        int redirect = settings.get(REDIRECT_PORT);
        if (certificate != key) {
            Given alone = settings.given(certificate ? CERTIFICATE : KEY);
            problems.add(
                    alone.problem(
                            "needs " + (certificate ? KEY : CERTIFICATE).path() + " as well"));
        }
        if (redirect != 0 && !certificate) {
            problems.add(settings.given(REDIRECT_PORT).problem("needs a tls.certificate"));
        }
        if (redirect != 0 && redirect == settings.get(ServerKeys.PORT)) {
            problems.add(settings.given(REDIRECT_PORT).problem("is another than server.port"));
        }
        if (settings.get(PROXY_PROTOCOL) && settings.get(PROXIES).isEmpty()) {
            problems.add(
                    settings.given(PROXY_PROTOCOL)
                            .problem("needs proxy.trusted, or nobody would be believed"));
        }
    }
}
