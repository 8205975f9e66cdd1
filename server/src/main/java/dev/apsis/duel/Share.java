package dev.apsis.duel;

/**
 * How often something happened, and within what bounds the true share lies with a confidence of 95
 * %: Wilson's interval, which stays honest for few trials and for shares near 0 and 1.
 */
public record Share(int times, int trials, double share, double low, double high) {
    private static final double Z = 1.959963984540054;

    public static Share of(int times, int trials) {
        if (trials == 0) {
            return new Share(times, trials, 0, 0, 1);
        }
        double n = trials;
        double share = times / n;
        double center = share + Z * Z / (2 * n);
        double reach = Z * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double scale = 1 + Z * Z / n;
        double low = Math.max(0, (center - reach) / scale);
        double high = Math.min(1, (center + reach) / scale);
        return new Share(times, trials, share, low, high);
    }
}
