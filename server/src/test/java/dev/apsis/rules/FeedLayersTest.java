package dev.apsis.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import org.junit.jupiter.api.Test;

/** What tells of a room, and who reads it from outside: whom they may know. */
class FeedLayersTest {
    /** A feed is the same by every transport, so it knows none. */
    @Test
    void aFeedKnowsTheRoomsNewsAndNoTransport() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.feed..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "dev.apsis.feed..",
                                        "dev.apsis.engine..",
                                        "io.vertx.core",
                                        "io.vertx.core.eventbus..",
                                        "io.vertx.core.json..")
                                .or(resideInAnyPackage(LayersTest.EVERYWHERE)))
                .check(LayersTest.OURS);
    }

    /** The doctor stands where players do: it meets a server over its sockets. */
    @Test
    void theDoctorKnowsNoServer() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.doctor..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "dev.apsis.doctor..",
                                        "io.vertx.core.json..",
                                        "javax.net.ssl..")
                                .or(resideInAnyPackage(LayersTest.EVERYWHERE)))
                .check(LayersTest.OURS);
    }
}
