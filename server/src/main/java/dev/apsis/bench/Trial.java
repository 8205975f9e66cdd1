package dev.apsis.bench;

import java.io.IOException;

/** One thing to be measured. */
interface Trial {
    void run(Course course) throws IOException;
}
