package companion.desktop;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import companion.desktop.fx.FxThread;
import javafx.application.Platform;
import org.junit.jupiter.api.Test;

class DesktopRulesTest {
    private static final String MAIN =
            FxThread.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    private static final JavaClasses DESKTOP = new ClassFileImporter()
            .withImportOption(location -> location.contains(MAIN))
            .importPackages("companion.desktop");

    @Test
    void oneClassHopsToTheFxThread() {
        noClasses().that().doNotBelongToAnyOf(FxThread.class)
                .should().callMethod(Platform.class, "runLater", Runnable.class)
                .because("a hop that is everywhere cannot be reasoned about, and a burst must cost one repaint")
                .check(DESKTOP);
    }

    @Test
    void modelsKnowNoJavaFx() {
        noClasses().that().haveSimpleNameEndingWith("Model")
                .or().resideInAnyPackage(
                        "companion.desktop.text..", "companion.desktop.cost..", "companion.desktop.context..")
                .should().dependOnClassesThat().resideInAPackage("javafx..")
                .because("what is shown is tested without a window")
                .check(DESKTOP);
    }

    @Test
    void theViewNeverCallsAws() {
        noClasses().should().dependOnClassesThat().resideInAPackage("software.amazon..")
                .because("the view is fed by sessions and traces").check(DESKTOP);
    }

    @Test
    void ofThePracticeCloudOnlyTheClockIsKnown() {
        noClasses().should().dependOnClassesThat().resideInAnyPackage(
                        "companion.practice.fabric..", "companion.practice.ecs..", "companion.practice.front..")
                .because("it is another cloud, reached through its endpoint").check(DESKTOP);
    }

    @Test
    void componentsKnowNoScreen() {
        noClasses().that().resideInAnyPackage("companion.desktop.component..", "companion.desktop.status..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "companion.desktop.wizard..", "companion.desktop.shell..", "companion.desktop.cleanup..",
                        "companion.desktop.activity..", "companion.desktop.context..", "companion.desktop.gallery..")
                .because("screens are put together from them").check(DESKTOP);
    }

    @Test
    void theProductDoesNotRestOnTheGallery() {
        classes().that().resideInAPackage("companion.desktop.gallery..")
                .should().onlyBeAccessed().byAnyPackage("companion.desktop.gallery..")
                .because("its sessions are scripted").check(DESKTOP);
    }
}
