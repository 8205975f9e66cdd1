package dev.apsis.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** All trials, by name, in the order in which they are run. */
public final class Trials {
    private static final Map<String, Trial> ALL = all();

    private Trials() {}

    private static Map<String, Trial> all() {
        Map<String, Trial> all = new LinkedHashMap<>();
        all.put("wire", new WireTrial());
        all.put("arena", HoldTrial.oneArena());
        all.put("rooms", HoldTrial.severalRooms());
        all.put("bare", new BareTrial());
        all.put("memory", new MemoryTrial());
        all.put("frozen", new FrozenTrial());
        all.put("hostile", new HostileTrial());
        return all;
    }

    public static Set<String> names() {
        return ALL.keySet();
    }

    /** Runs some trials, in their order, until one of them fails. */
    public static void run(Set<String> names, Course course) throws IOException {
        for (Map.Entry<String, Trial> trial : ALL.entrySet()) {
            if (names.contains(trial.getKey())) {
                course.run(trial.getKey(), trial.getValue());
            }
        }
    }
}
