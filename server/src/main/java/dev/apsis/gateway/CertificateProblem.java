package dev.apsis.gateway;

/** Why a certificate can't be used, in a sentence for the host. */
public final class CertificateProblem extends Exception {
    CertificateProblem(String sentence) {
        super(sentence);
    }

    CertificateProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
