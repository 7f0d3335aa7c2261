package companion;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Holds the arrows between the rooms: who may know whom, and why. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .importUrl(Companion.class.getProtectionDomain().getCodeSource().getLocation());

    private static final String[] EVERYWHERE = {"java..", "org.jspecify.."};

    @Test
    void theEngineKnowsNeitherAwsNorJavaFx() {
        onlyKnows("companion.workshop", "companion.workshop").check(HOUSE);
    }

    @Test
    void aConnectionKnowsTheSdkAndNothingOfTheProduct() {
        knowsOfTheHouseOnly("companion.aws..", "companion.aws..").check(HOUSE);
    }

    @Test
    void theMonitorKnowsOnlyTheConnection() {
        knowsOfTheHouseOnly("companion.monitor..", "companion.monitor..", "companion.aws..").check(HOUSE);
    }

    @Test
    void insideTheMonitorArrowsPointToTheSnapshots() {
        var snapshot = "companion.monitor.snapshot..";
        onlyKnows(snapshot, snapshot).check(HOUSE);
        for (var room : List.of("companion.monitor.timeline..", "companion.monitor.why..")) {
            knowsOfTheHouseOnly(room, room, snapshot).check(HOUSE);
        }
        for (var room : List.of("companion.monitor.read..", "companion.monitor.act..")) {
            knowsOfTheHouseOnly(room, room, snapshot, "companion.aws..").check(HOUSE);
        }
        var remedy = "companion.monitor.remedy..";
        knowsOfTheHouseOnly(remedy, remedy, snapshot, "companion.monitor.why..", "companion.monitor.act..", "companion.aws..")
                .check(HOUSE);
    }

    @ParameterizedTest
    @CsvSource({"companion.source..", "companion.image.."})
    void sourceAndImageKnowOnlyTheConnection(String room) {
        knowsOfTheHouseOnly(room, room, "companion.aws..").check(HOUSE);
    }

    @Test
    void workshopsKnowTheEngineAndWhatTheyUseOfAws() {
        knowsOfTheHouseOnly(
                        "companion.workshops..",
                        "companion.workshops..",
                        "companion.workshop",
                        "companion.aws..",
                        "companion.source..",
                        "companion.image..")
                .check(HOUSE);
    }

    @Test
    void consoleAndDesktopDoNotKnowEachOther() {
        noClasses()
                .that(resideInAPackage("companion.console.."))
                .should()
                .dependOnClassesThat(resideInAPackage("companion.desktop.."))
                .because("the same jobs must run where there is no window")
                .allowEmptyShould(true)
                .check(HOUSE);
        noClasses()
                .that(resideInAPackage("companion.desktop.."))
                .should()
                .dependOnClassesThat(resideInAPackage("companion.console.."))
                .because("the window is not a skin over a terminal")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void onlyTheEntryKnowsWhatJoinsTheWindowWithAnAccount() {
        noClasses()
                .that(resideInAPackage("companion.*.."))
                .and(not(resideInAPackage("companion.window..")))
                .should()
                .dependOnClassesThat(resideInAPackage("companion.window.."))
                .because("the desktop knows its feeds by their interfaces, and the rest knows no window")
                .check(HOUSE);
    }

    @Test
    void thePracticeCloudIsAnotherCloudReachedByItsEndpointOnly() {
        knowsOfTheHouseOnly("companion.practice..", "companion.practice..").check(HOUSE);
        noClasses()
                .that(resideInAPackage("companion..").and(not(
                        resideInAPackage("companion.practice.."))))
                .should()
                .dependOnClassesThat(resideInAPackage("companion.practice.*..")
                        .and(not(
                                simpleName("Speed"))))
                .because("everything else must work against a real account by the same calls")
                .check(HOUSE);
    }

    @Test
    void theRoomsOfThePracticeCloudMeetInTheFabricOnly() {
        slices().matching("companion.practice.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(
                        alwaysTrue(),
                        resideInAnyPackage("companion.practice.world..", "companion.practice.fabric.."))
                // A load balancer is what it forwards: its room publishes to the listeners, which know nothing of it.
                .ignoreDependency(resideInAPackage("companion.practice.elb.."), resideInAPackage("companion.practice.traffic.."))
                .because("a room may be rebuilt without its neighbours noticing")
                .check(HOUSE);
        onlyKnows("companion.practice.world..", "companion.practice.world..").check(HOUSE);
    }

    @Test
    void onlyTheDesktopImportsJavaFx() {
        noClasses()
                .that(resideInAPackage("companion..")
                        .and(not(resideInAPackage("companion.desktop.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage("javafx..", "atlantafx..", "org.kordamp.."))
                .because("everything but the window must run without one")
                .check(HOUSE);
    }

    @Test
    void oneClassHopsToTheFxThread() {
        noClasses()
                .that()
                .doNotHaveSimpleName("FxThread")
                .should()
                .callMethod("javafx.application.Platform", "runLater", Runnable.class.getName())
                .because("where threads meet must be one place to look at")
                .allowEmptyShould(true)
                .check(HOUSE);
    }

    @Test
    void noSourceFileIsLongerThanOneCanRead() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            var tooLong = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> lines(file) > 400)
                    .map(file -> file + ": " + lines(file))
                    .toList();
            assertThat(tooLong).as("files over 400 lines").isEmpty();
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ArchRule onlyKnows(String room, String... rooms) {
        var allowed = new java.util.ArrayList<String>(java.util.List.of(EVERYWHERE));
        allowed.addAll(java.util.List.of(rooms));
        return classes()
                .that(resideInAPackage(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)))
                .allowEmptyShould(true);
    }

    private static ArchRule knowsOfTheHouseOnly(String room, String... rooms) {
        return noClasses()
                .that(resideInAPackage(room))
                .should()
                .dependOnClassesThat(resideInAPackage("companion..")
                        .and(not(resideInAnyPackage(rooms))))
                .allowEmptyShould(true);
    }
}
