package dev.apsis.load;

import java.util.List;

/** What cockpits have counted since they were made, added up. */
record Totals(int late, int resyncs, int desyncs, int garbled) {
    static Totals of(List<Flier> fliers) {
        int late = 0;
        int resyncs = 0;
        int desyncs = 0;
        int garbled = 0;
        for (Flier flier : fliers) {
            late += flier.cockpit().lateCommands();
            resyncs += flier.cockpit().counts().resyncs();
            desyncs += flier.cockpit().counts().desyncs();
            garbled += flier.cockpit().counts().garbled();
        }
        return new Totals(late, resyncs, desyncs, garbled);
    }

    Totals since(Totals before) {
        return new Totals(
                late - before.late,
                resyncs - before.resyncs,
                desyncs - before.desyncs,
                garbled - before.garbled);
    }
}
