package dev.apsis.admin;

import dev.apsis.engine.Gauges;
import dev.apsis.engine.TickPhase;
import dev.apsis.gateway.Guest;
import dev.apsis.gateway.Post;
import dev.apsis.measure.Buckets;
import dev.apsis.measure.Buckets.Counted;
import dev.apsis.store.AuditEntry;
import dev.apsis.store.Ban;
import dev.apsis.watch.Machine;
import dev.apsis.watch.Reading;
import dev.apsis.watch.Reading.RoomReading;
import dev.apsis.watch.Verdict;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

import java.util.Locale;

/** What is measured and written down, as the admin page reads it. Pure. */
final class Figures {
    private static final double NANOS_PER_MILLI = 1e6;

    private Figures() {}

    /**
     * One moment of the live charts: counts go up from the beginning, and the page takes them
     * apart.
     */
    static JsonObject moment(Reading reading, Verdict verdict) {
        var rooms = new JsonArray();
        reading.rooms().forEach(room -> rooms.add(room(room)));
        var loops = new JsonArray();
        for (Post.Counts loop : reading.loops()) {
            loops.add(
                    new JsonObject()
                            .put("connected", loop.connected())
                            .put("lag", counted(loop.lag()))
                            .put("worstLagMillis", loop.worstLagNanos() / NANOS_PER_MILLI));
        }
        return new JsonObject()
                .put("verdict", verdict(verdict))
                .put("draining", reading.draining())
                .put("rooms", rooms)
                .put("loops", loops)
                .put("machine", machine(reading.machine()));
    }

    /** The upper edges of all histograms, in milliseconds. */
    static JsonArray edges() {
        var edges = new JsonArray();
        for (int i = 0; i < Buckets.edges(); i++) {
            edges.add(Buckets.edgeNanos(i) / NANOS_PER_MILLI);
        }
        return edges;
    }

    private static JsonObject verdict(Verdict verdict) {
        return new JsonObject()
                .put("level", verdict.level().name().toLowerCase(Locale.ROOT))
                .put("headline", verdict.headline())
                .put("details", new JsonArray(verdict.details()));
    }

    private static JsonObject room(RoomReading room) {
        Gauges gauges = room.gauges();
        var phases = new JsonObject();
        for (TickPhase phase : TickPhase.values()) {
            Counted counted = gauges.time().ticks().phases().getOrDefault(phase, Counted.NONE);
            phases.put(phase.word(), counted(counted));
        }
        return new JsonObject()
                .put("id", room.venue().room())
                .put("address", room.venue().address())
                .put("mode", room.venue().mode())
                .put("listed", room.venue().listed())
                .put("locked", room.venue().locked())
                .put("capacity", room.venue().capacity())
                .put("tick", gauges.tick())
                .put("players", gauges.heads().players())
                .put("people", gauges.heads().people())
                .put("viewers", gauges.heads().viewers())
                .put("budgetMillis", 1000.0 / room.venue().timing().ticksPerSecond())
                .put("late", counted(gauges.time().ticks().late()))
                .put("took", counted(gauges.time().ticks().took()))
                .put("phases", phases)
                .put("dropped", gauges.time().dropped())
                .put("frames", gauges.shown().snapshots())
                .put("bytes", gauges.shown().bytes())
                .put("skipped", gauges.shown().skipped())
                .put("relief", gauges.relieved().now().name().toLowerCase(Locale.ROOT));
    }

    private static JsonObject machine(Machine machine) {
        return new JsonObject()
                .put("heapBytes", machine.heap().usedBytes())
                .put("heapMaxBytes", machine.heap().maxBytes())
                .put("gc", counted(machine.gcPauses()))
                .put("cpuSeconds", machine.cpuSeconds())
                .put("processors", machine.processors())
                .put("threads", machine.threads());
    }

    private static JsonObject counted(Counted counted) {
        return new JsonObject()
                .put("counts", new JsonArray(counted.counts()))
                .put("sumMillis", counted.sumNanos() / NANOS_PER_MILLI);
    }

    /** Where somebody comes from is for moderators only. */
    static JsonObject guest(Guest guest, boolean withAddress) {
        Guest.Seat seat = guest.seat();
        Guest.Line line = guest.line();
        var json =
                new JsonObject()
                        .put("id", guest.id())
                        .put("room", guest.room())
                        .put("name", guest.name())
                        .put("mark", guest.mark())
                        .put("seconds", guest.seconds())
                        .put("seat", seat.number())
                        .put("bot", seat.bot())
                        .put("score", seat.score())
                        .put("slackTicks", seat.slackHalfTicks() / 2.0)
                        .put("muted", seat.muted())
                        .put("tongue", line.tongue())
                        .put("bytes", line.bytes())
                        .put("bytesPerSecond", line.bytesPerSecond())
                        .put("frames", line.frames())
                        .put("skipped", line.skipped())
                        .put("pace", line.pace());
        return withAddress ? json.put("address", guest.address()) : json;
    }

    static JsonObject ban(Ban ban) {
        String target =
                switch (ban.target()) {
                    case Ban.Target.Account(String name) -> name;
                    case Ban.Target.Range(var range) -> range.toString();
                };
        return new JsonObject()
                .put("id", ban.id())
                .put("kind", ban.target() instanceof Ban.Target.Range ? "addresses" : "account")
                .put("target", target)
                .put("reason", ban.reason())
                .put("by", ban.by())
                .put("since", ban.since().toString())
                .put("until", ban.until() == null ? null : ban.until().toString());
    }

    static JsonObject entry(AuditEntry entry) {
        return new JsonObject()
                .put("id", entry.id())
                .put("at", entry.at().toString())
                .put("by", entry.deed().by())
                .put("role", entry.deed().role())
                .put("action", entry.deed().action())
                .put("target", entry.deed().target())
                .put("detail", entry.deed().detail());
    }
}
