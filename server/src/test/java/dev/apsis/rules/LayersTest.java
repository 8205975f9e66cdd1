package dev.apsis.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;
import java.util.SplittableRandom;

/** Who may know whom, and who may read clocks: DESIGN's one-way modules. */
class LayersTest {
    static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.apsis");

    static final String[] EVERYWHERE = {"java..", "org.jspecify.annotations.."};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "protocol",
                "engine",
                "engine.game",
                "orbit",
                "feed",
                "gateway",
                "doctor",
                "duel",
                "load",
                "measure",
                "log",
                "watch",
                "admin",
                "rating",
                "scribe",
                "store",
                "config",
                "directory",
                "door",
                "listing",
                "app"
            })
    void everyLayerIsSeen(String layer) {
        assertTrue(
                OURS.stream().anyMatch(type -> type.getPackageName().equals("dev.apsis." + layer)),
                "no class of dev.apsis."
                        + layer
                        + " was imported: the rules below checked nothing");
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.apsis.(**)").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void theProtocolNeedsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.protocol..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.apsis.protocol..")
                                .or(resideInAnyPackage(EVERYWHERE)))
                .check(OURS);
    }

    @Test
    void theEngineKnowsNoGameAndNoHttp() {
        noClasses()
                .that()
                .resideInAPackage("dev.apsis.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.apsis.orbit..",
                        "dev.apsis.gateway..",
                        "dev.apsis.app..",
                        "dev.apsis.protocol.orbit..",
                        "io.vertx.core.http..",
                        "io.vertx.ext.web..")
                .check(OURS);
    }

    @Test
    void theGameKnowsOnlyTheEnginesVerbsAndTheProtocol() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.orbit..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "dev.apsis.orbit..",
                                        "dev.apsis.engine.game",
                                        "dev.apsis.protocol..",
                                        "com.esotericsoftware.kryo..")
                                .or(resideInAnyPackage(EVERYWHERE)))
                .check(OURS);
    }

    @Test
    void nothingKnowsTheApp() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.apsis.app..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.apsis.app..")
                .check(OURS);
    }

    /** A duel's room has no network, so whoever fights needs none either. */
    @Test
    void onlyTheAppKnowsDuelsAndTheyKnowNoNetwork() {
        noClasses()
                .that(resideOutsideOfPackages("dev.apsis.app..", "dev.apsis.duel.."))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.apsis.duel..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("dev.apsis.duel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "java.net.http..")
                .check(OURS);
    }

    /** A load is many clients on other machines, which know a server by its wire only. */
    @Test
    void aLoadKnowsNoServer() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.load..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "dev.apsis.load..",
                                        "dev.apsis.measure..",
                                        "dev.apsis.protocol..",
                                        "io.vertx.core..",
                                        "javax.net.ssl..")
                                .or(resideInAnyPackage(EVERYWHERE)))
                .check(OURS);
    }

    /** Servers it measures run in processes of their own, and it meets them over their sockets. */
    @Test
    void theBenchMeetsServersOverTheirSockets() {
        noClasses()
                .that()
                .resideInAPackage("dev.apsis.bench..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.apsis.engine", "dev.apsis.gateway..", "dev.apsis.app..")
                .check(OURS);
    }

    /** Who plays is served without whoever watches, and the game is the same unwatched. */
    @Test
    void onlyTheAppAndAdminsKnowWhoWatches() {
        noClasses()
                .that(
                        resideOutsideOfPackages(
                                "dev.apsis.app..", "dev.apsis.admin..", "dev.apsis.watch.."))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.apsis.watch..", "dev.apsis.admin..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage("dev.apsis.watch..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.apsis.orbit..", "dev.apsis.protocol..")
                .check(OURS);
    }

    @Test
    void theLogKnowsNothingOfWhatItTells() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.log..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.apsis.log..", "io.vertx.core.json..")
                                .or(resideInAnyPackage(EVERYWHERE)))
                .check(OURS);
    }

    /** What a host says is read without knowing what it is for. */
    @Test
    void theConfigurationKnowsNoServer() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.config..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.apsis.config..", "com.fasterxml.jackson..")
                                .or(resideInAnyPackage(EVERYWHERE)))
                .check(OURS);
    }

    @Test
    void measuringNeedsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.measure..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.apsis.measure..")
                                .or(resideInAnyPackage(EVERYWHERE)))
                .check(OURS);
    }

    /** A store is asked by whoever likes, and asks nobody. */
    @Test
    void theStoreKnowsItsDatabasesAndNothingOfTheServer() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.store..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(
                                        "dev.apsis.store..",
                                        "dev.apsis.rating..",
                                        "com.fasterxml.jackson..",
                                        "javax.crypto..")
                                .or(resideInAnyPackage(EVERYWHERE)))
                .check(OURS);
    }

    /** The game never waits for the store: it does not know of it. */
    @Test
    void noRoomKnowsOfTheStore() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.apsis.engine..", "dev.apsis.orbit..", "dev.apsis.duel..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.apsis.store..", "dev.apsis.scribe..", "java.sql..")
                .check(OURS);
    }

    @Test
    void ratingNeedsOnlyTheJdk() {
        classes()
                .that()
                .resideInAPackage("dev.apsis.rating..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("dev.apsis.rating..").or(resideInAnyPackage(EVERYWHERE)))
                .check(OURS);
    }

    /** Bots are programs of their own, so they too may look at the clock. */
    @Test
    void timeAndChanceComeInAsParameters() {
        noClasses()
                .that(
                        resideOutsideOfPackages(
                                "dev.apsis.gateway..",
                                "dev.apsis.app..",
                                "dev.apsis.load..",
                                "dev.apsis.bench..",
                                "dev.apsis.protocol.bot.."))
                .should()
                .accessTargetWhere(readsAClockOrDrawsRandomness())
                .because("a room must run in real time, in lockstep, or as fast as it can")
                .check(OURS);
    }

    /**
     * What differs between the JVM and what TeaVM makes of it; casts and {@code / 0} no rule can
     * see.
     */
    @Test
    void theProtocolComputesTheSameInTheBrowser() {
        noClasses()
                .that()
                .resideInAPackage("dev.apsis.protocol..")
                .and(resideOutsideOfPackages("dev.apsis.protocol.bot.."))
                .should()
                .accessTargetWhere(differsInTheBrowser())
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.reflect..")
                .because("both ends must agree to the bit")
                .check(OURS);
    }

    private static DescribedPredicate<JavaAccess<?>> readsAClockOrDrawsRandomness() {
        Set<String> calls =
                Set.of(
                        "java.lang.System.currentTimeMillis",
                        "java.lang.System.nanoTime",
                        "java.lang.Math.random",
                        "java.lang.StrictMath.random",
                        "java.util.Collections.shuffle",
                        "java.util.UUID.randomUUID",
                        "java.util.concurrent.ThreadLocalRandom.current");
        return calls("read a clock or draw randomness", calls)
                .or(
                        DescribedPredicate.describe(
                                "ask java.time or java.util.random",
                                call -> asksForTheTime(call) || createsRandomness(call)));
    }

    private static boolean asksForTheTime(JavaAccess<?> call) {
        String name = call.getName();
        boolean asks = name.equals("now") || name.startsWith("system") || name.startsWith("tick");
        return asks && call.getTargetOwner().getPackageName().equals("java.time");
    }

    private static boolean createsRandomness(JavaAccess<?> call) {
        JavaClass target = call.getTargetOwner();
        boolean creates =
                Set.of("<init>", "of", "getDefault", "getInstance").contains(call.getName());
        return creates && target.isAssignableTo("java.util.random.RandomGenerator");
    }

    private static DescribedPredicate<JavaAccess<?>> differsInTheBrowser() {
        Set<String> calls =
                Set.of(
                        "java.lang.Math.sin",
                        "java.lang.Math.cos",
                        "java.lang.Math.tan",
                        "java.lang.Math.asin",
                        "java.lang.Math.acos",
                        "java.lang.Math.atan",
                        "java.lang.Math.atan2",
                        "java.lang.Math.sinh",
                        "java.lang.Math.cosh",
                        "java.lang.Math.tanh",
                        "java.lang.Math.pow",
                        "java.lang.Math.exp",
                        "java.lang.Math.expm1",
                        "java.lang.Math.log",
                        "java.lang.Math.log10",
                        "java.lang.Math.log1p",
                        "java.lang.Math.cbrt",
                        "java.lang.Math.hypot",
                        "java.lang.Math.fma",
                        "java.lang.Math.round",
                        "java.lang.Math.rint",
                        "java.lang.Math.random",
                        "java.lang.Class.forName",
                        "java.lang.System.nanoTime",
                        "java.lang.System.currentTimeMillis");
        return calls("call what differs in the browser", calls)
                .or(
                        DescribedPredicate.describe(
                                "call StrictMath, SplittableRandom or reflection",
                                call -> isForeign(call.getTargetOwner()) || reflects(call)));
    }

    private static boolean isForeign(JavaClass target) {
        return target.isEquivalentTo(StrictMath.class)
                || target.isEquivalentTo(SplittableRandom.class);
    }

    private static boolean reflects(JavaAccess<?> call) {
        return call.getTarget() instanceof CodeUnitAccessTarget target
                && target.getRawReturnType()
                        .getBaseComponentType()
                        .getPackageName()
                        .equals("java.lang.reflect");
    }

    private static DescribedPredicate<JavaAccess<?>> calls(
            String description, Set<String> methods) {
        return DescribedPredicate.describe(
                description,
                call -> methods.contains(call.getTargetOwner().getName() + "." + call.getName()));
    }
}
