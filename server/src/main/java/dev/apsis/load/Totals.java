package dev.apsis.load;

import java.util.List;

/** What clients have counted since they began. */
record Totals(int late, int resyncs, int desyncs, int garbled) {
    static final Totals NONE = new Totals(0, 0, 0, 0);

    static Totals of(List<Client> clients) {
        Totals sum = NONE;
        for (Client client : clients) {
            sum = sum.plus(client.totals(), 1);
        }
        return sum;
    }

    Totals since(Totals before) {
        return plus(before, -1);
    }

    private Totals plus(Totals other, int times) {
        return new Totals(
                late + times * other.late,
                resyncs + times * other.resyncs,
                desyncs + times * other.desyncs,
                garbled + times * other.garbled);
    }
}
