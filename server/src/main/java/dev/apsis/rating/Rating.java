package dev.apsis.rating;

import java.util.List;

/**
 * How strong somebody is on the scale of chess, how sure that is, and how steady: Glicko-2 after
 * Mark Glickman, "Example of the Glicko-2 system" (2013), whose step numbers stand beside the code.
 *
 * @param rating 1500 is the middle; 200 more win about three rounds of four
 * @param deviation the true strength is within twice this with a confidence of 95 %
 * @param volatility how much the strength is expected to change
 */
public record Rating(double rating, double deviation, double volatility) {
    /** Nothing is known yet; programs do not have good and bad days, so little volatility. */
    public static final Rating UNKNOWN = new Rating(1500, 350, 0.006);

    /** How fast volatility may change; Glickman advises 0.3 to 1.2, less for the steady. */
    static final double TAU = 0.3;

    private static final double SCALE = 173.7178;
    private static final double CENTER = 1500;
    private static final double TOLERANCE = 0.000001;

    /** One game: against whom, and 1 for a victory, 0.5 for a draw, 0 for a defeat. */
    public record Game(Rating opponent, double score) {}

    /** After some games, all played against opponents as they were rated before them. */
    public Rating after(List<Game> games) {
        return after(games, TAU);
    }

    Rating after(List<Game> games, double tau) {
        double mu = (rating - CENTER) / SCALE; // step 2
        double phi = deviation / SCALE;
        double precision = 0;
        double surplus = 0;
        for (Game game : games) {
            double g = game.opponent.weight();
            double expected = expected(mu, game.opponent);
            precision += g * g * expected * (1 - expected);
            surplus += g * (game.score - expected);
        }
        if (games.isEmpty()) {
            return new Rating(rating, SCALE * Math.hypot(phi, volatility), volatility);
        }
        double variance = 1 / precision; // step 3
        double delta = variance * surplus; // step 4
        double sigma = new Volatility(phi, variance, delta, tau).after(volatility); // step 5
        double widened = Math.hypot(phi, sigma); // step 6
        double phiAfter = 1 / Math.sqrt(1 / (widened * widened) + precision); // step 7
        double muAfter = mu + phiAfter * phiAfter * surplus;
        return new Rating(SCALE * muAfter + CENTER, SCALE * phiAfter, sigma); // step 8
    }

    /** How sure it is that this one is stronger than another, 0 to 1. */
    public double surelyAbove(Rating other) {
        return Normal.below((rating - other.rating) / Math.hypot(deviation, other.deviation));
    }

    /** Glickman's g: games against somebody of whom little is known count less. */
    private double weight() {
        double phi = deviation / SCALE;
        return 1 / Math.sqrt(1 + 3 * phi * phi / (Math.PI * Math.PI));
    }

    private static double expected(double mu, Rating opponent) {
        double other = (opponent.rating - CENTER) / SCALE;
        return 1 / (1 + Math.exp(-opponent.weight() * (mu - other)));
    }

    /** Step 5: the volatility that explains the games best, by the Illinois algorithm. */
    private record Volatility(double phi, double variance, double delta, double tau) {
        double after(double before) {
            double a = Math.log(before * before);
            double low = a;
            double high = upper(a);
            double atLow = f(low, a);
            double atHigh = f(high, a);
            while (Math.abs(high - low) > TOLERANCE) {
                double next = low + (low - high) * atLow / (atHigh - atLow);
                double atNext = f(next, a);
                if (atNext * atHigh <= 0) {
                    low = high;
                    atLow = atHigh;
                } else {
                    atLow /= 2;
                }
                high = next;
                atHigh = atNext;
            }
            return Math.exp(low / 2);
        }

        private double upper(double a) {
            double excess = delta * delta - phi * phi - variance;
            if (excess > 0) {
                return Math.log(excess);
            }
            int k = 1;
            while (f(a - k * tau, a) < 0) {
                k++;
            }
            return a - k * tau;
        }

        private double f(double x, double a) {
            double e = Math.exp(x);
            double spread = phi * phi + variance + e;
            return e * (delta * delta - spread) / (2 * spread * spread) - (x - a) / (tau * tau);
        }
    }
}
