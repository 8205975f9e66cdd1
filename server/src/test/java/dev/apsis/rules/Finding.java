package dev.apsis.rules;

import java.nio.file.Path;

/** One broken rule: where, and what to do about it. */
record Finding(Path file, long line, String advice) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + advice;
    }
}
