package dev.apsis.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Who may know the list of servers, and what it may know. */
class DirectoryLayersTest {
    /** It stands outside of every server, and knows them by their sockets. */
    @Test
    void theDirectoryKnowsNoServer() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.directory..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "dev.apsis.directory..",
                                        "dev.apsis.door..",
                                        "dev.apsis.log..",
                                        "io.vertx..",
                                        "io.netty..",
                                        "javax.crypto..")
                                .or(resideInAnyPackage(LayersTest.EVERYWHERE)))
                .check(LayersTest.OURS);
    }

    @Test
    void whatDoorsShareKnowsNoServer() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.door..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.apsis.door..", "io.vertx..", "io.netty..")
                                .or(resideInAnyPackage(LayersTest.EVERYWHERE)))
                .check(LayersTest.OURS);
    }

    /** The game goes on whether or not anybody is told of it. */
    @Test
    void onlyTheAppKnowsWhoAnnouncesTheServer() {
        noClasses()
                .that(resideOutsideOfPackages("dev.apsis.app..", "dev.apsis.listing.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.apsis.listing..")
                .check(LayersTest.OURS);
    }
}
