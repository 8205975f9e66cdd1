package dev.apsis.link;

/**
 * How a network is. Jitter comes each way as |N(0, jitter / 2)|; so many in a hundred packets are
 * lost; the way from the server carries so many bytes a second, or as many as one likes if that is
 * 0.
 */
public record Weather(int rttMillis, int jitterMillis, double lossPercent, int bytesPerSecond) {
    public static Weather of(int rttMillis) {
        return new Weather(rttMillis, 0, 0, 0);
    }

    public Weather jitter(int millis) {
        return new Weather(rttMillis, millis, lossPercent, bytesPerSecond);
    }

    public Weather loss(double percent) {
        return new Weather(rttMillis, jitterMillis, percent, bytesPerSecond);
    }

    public Weather rate(int perSecond) {
        return new Weather(rttMillis, jitterMillis, lossPercent, perSecond);
    }
}
