package hallmetrics.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Arrows point one way: jobs to charts to common; each engine lives in one module only. */
class LayersTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("hallmetrics");

  @Test
  void commonKnowsNoEngineAndNoPicture() {
    noClasses()
        .that(liveIn("common"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..", "org.jfree..", "java.awt..")
        .orShould()
        .dependOnClassesThat(liveIn("charts"))
        .orShould()
        .dependOnClassesThat(liveIn("jobs"))
        .check(HOUSE);
  }

  @Test
  void chartsKnowNoEngine() {
    noClasses()
        .that(liveIn("charts"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.spark..", "scala..", "org.apache.iceberg..")
        .orShould()
        .dependOnClassesThat(liveIn("jobs"))
        .check(HOUSE);
  }

  @Test
  void jobsDrawNothing() {
    noClasses()
        .that(liveIn("jobs"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jfree..", "java.awt..", "org.apache.pdfbox..")
        .check(HOUSE);
  }

  @Test
  void onlyHallEndsTheProcess() {
    noClasses()
        .that()
        .doNotHaveFullyQualifiedName("hallmetrics.Hall")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(HOUSE);
  }

  @Test
  void onlyTheCommandLineOwnsTheTerminal() {
    noClasses()
        .that()
        .resideOutsideOfPackage("hallmetrics.command..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(HOUSE);
  }

  @Test
  void noClassAsksTheMachineForItsTimeZone() {
    noClasses()
        .should()
        .callMethod(java.time.ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(java.util.TimeZone.class, "getDefault")
        .check(HOUSE);
  }

  @Test
  void packagesFormNoCycle() {
    slices().matching("hallmetrics.(*)..").should().beFreeOfCycles().check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> liveIn(String module) {
    return DescribedPredicate.describe(
        "classes of " + module,
        type ->
            type.getSource()
                .map(source -> source.getUri().toString().contains("/" + module + "/target/"))
                .orElse(false));
  }
}
