package dev.apsis.watch;

/** All that is measured, as monitoring systems know it; docs/HOSTING.md has the same table. */
enum Metric {
    BUILD_INFO("apsis_build_info", Kind.GAUGE, "1, with the version as a label"),
    DRAINING("apsis_draining", Kind.GAUGE, "1 while the server lets nobody in and ends"),
    UNANSWERED("apsis_unanswered", Kind.GAUGE, "rooms and event loops that did not answer this"),
    ROOMS("apsis_rooms", Kind.GAUGE, "rooms that are open"),
    PLAYERS("apsis_players", Kind.GAUGE, "seats that are taken"),
    PEOPLE("apsis_people", Kind.GAUGE, "seats that are taken by others than house bots"),
    VIEWERS("apsis_viewers", Kind.GAUGE, "connections that are shown the room"),
    CAPACITY("apsis_room_capacity", Kind.GAUGE, "seats of the room"),
    TICK_LATE("apsis_tick_late_seconds", Kind.HISTOGRAM, "how late ticks began"),
    TICK("apsis_tick_seconds", Kind.HISTOGRAM, "how long ticks took"),
    TICK_PHASE("apsis_tick_phase_seconds", Kind.HISTOGRAM, "how long each phase of ticks took"),
    SHOW(
            "apsis_show_seconds",
            Kind.HISTOGRAM,
            "how long it took to show a frame to all viewers of one event loop"),
    TICKS_DROPPED(
            "apsis_ticks_dropped_total",
            Kind.COUNTER,
            "ticks never run, for the room was too late"),
    FRAMES_SENT("apsis_frames_sent_total", Kind.COUNTER, "frames that were sent to a viewer"),
    FRAMES_SKIPPED(
            "apsis_frames_skipped_total",
            Kind.COUNTER,
            "frames that a viewer was not sent because its line was busy"),
    FRAME_BYTES("apsis_frame_bytes_total", Kind.COUNTER, "bytes of the frames that were sent"),
    RESYNCS("apsis_resyncs_total", Kind.COUNTER, "frames that had to tell everything again"),
    COMMANDS_LATE("apsis_commands_late_total", Kind.COUNTER, "commands that came after their tick"),
    RELIEF("apsis_relief", Kind.GAUGE, "the step of relief in force, 0 for none"),
    RELIEF_TAKEN("apsis_relief_taken_total", Kind.COUNTER, "how often a step of relief was taken"),
    CONNECTIONS("apsis_connections", Kind.GAUGE, "WebSockets that are open"),
    CONNECTIONS_TOTAL("apsis_connections_total", Kind.COUNTER, "WebSockets that were opened"),
    REFUSALS(
            "apsis_refusals_total",
            Kind.COUNTER,
            "connections that were turned or sent away, by reason; forwarded: let in, but not"
                    + " believed where from"),
    LOOP_LAG(
            "apsis_loop_lag_seconds",
            Kind.HISTOGRAM,
            "how late an event loop came to what was due, looked at ten times a second"),
    GC_PAUSE("jvm_gc_pause_seconds", Kind.HISTOGRAM, "how long the JVM stood still for its heap"),
    MEMORY_USED("jvm_memory_used_bytes", Kind.GAUGE, "memory in use, by area"),
    MEMORY_MAX("jvm_memory_max_bytes", Kind.GAUGE, "memory there may be, by area"),
    DIRECT_USED("jvm_buffer_pool_used_bytes", Kind.GAUGE, "memory of buffers outside the heap"),
    THREADS("jvm_threads_current", Kind.GAUGE, "threads that live"),
    CPU("process_cpu_seconds_total", Kind.COUNTER, "processor time the process has had"),
    PROCESSORS("jvm_processors", Kind.GAUGE, "processors the JVM may use"),
    START_TIME("process_start_time_seconds", Kind.GAUGE, "when the process began, since 1970");

    /** What a metric's values mean. */
    enum Kind {
        GAUGE("gauge"),
        COUNTER("counter"),
        HISTOGRAM("histogram");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final String title;
    private final Kind kind;
    private final String help;

    Metric(String title, Kind kind, String help) {
        this.title = title;
        this.kind = kind;
        this.help = help;
    }

    /** How it is called. */
    String title() {
        return title;
    }

    Kind kind() {
        return kind;
    }

    /** What it tells, in a few words. */
    String help() {
        return help;
    }
}
