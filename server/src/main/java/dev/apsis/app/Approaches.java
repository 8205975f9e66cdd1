package dev.apsis.app;

import dev.apsis.config.ApproachKeys;
import dev.apsis.config.Settings;
import dev.apsis.gateway.Approach;
import dev.apsis.gateway.CertificateFiles;
import dev.apsis.gateway.CertificateProblem;
import dev.apsis.store.AddressRange;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Instant;

/** What settings say of how one gets to a server; reads the certificate, if there is one. */
final class Approaches {
    private Approaches() {}

    static Approach of(Settings settings, Instant now) {
        return new Approach(
                tls(settings, now),
                settings.get(ApproachKeys.PROXIES).stream().map(Approaches::range).toList(),
                settings.get(ApproachKeys.PROXY_PROTOCOL));
    }

    private static Approach.@Nullable Tls tls(Settings settings, Instant now) {
        String chain = settings.get(ApproachKeys.CERTIFICATE);
        if (chain.isEmpty()) {
            return null;
        }
        var files = new CertificateFiles(Path.of(chain), Path.of(settings.get(ApproachKeys.KEY)));
        try {
            return new Approach.Tls(
                    files, files.read(now), settings.get(ApproachKeys.REDIRECT_PORT));
        } catch (CertificateProblem problem) {
            throw new UsageProblem(String.valueOf(problem.getMessage()), problem);
        }
    }

    private static AddressRange range(String text) {
        return AddressRange.parse(text)
                .orElseThrow(
                        () ->
                                new UsageProblem(
                                        "proxy.trusted has '%s', which is neither an address nor a"
                                                        .formatted(text)
                                                + " range such as 10.0.0.0/8"));
    }
}
