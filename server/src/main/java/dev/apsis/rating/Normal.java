package dev.apsis.rating;

/** The normal distribution. */
final class Normal {
    private static final double[] TERMS = {
        0.254829592, -0.284496736, 1.421413741, -1.453152027, 1.061405429
    };

    private Normal() {}

    /** The share that lies below; Abramowitz and Stegun 7.1.26, to seven digits. */
    static double below(double z) {
        double x = Math.abs(z) / Math.sqrt(2);
        double t = 1 / (1 + 0.3275911 * x);
        double sum = 0;
        for (int i = TERMS.length - 1; i >= 0; i--) {
            sum = (sum + TERMS[i]) * t;
        }
        double half = sum * Math.exp(-x * x) / 2;
        return z < 0 ? half : 1 - half;
    }
}
