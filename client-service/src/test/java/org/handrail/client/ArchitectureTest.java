package org.handrail.client;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.handrail.client.disclosure.ByLaw;
import org.handrail.client.disclosure.PackageView;
import org.handrail.client.disclosure.ReleasingByLaw;
import org.handrail.client.disclosure.ReleasingReports;
import org.handrail.client.disclosure.ReportForFunder;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.handrail.client");

  @Test
  void featuresKeepToTheirPublicParts() {
    ApplicationModules.of(ClientServiceApplication.class).verify();
  }

  @Test
  void theJudgeNeedsNothingButTheLanguage() {
    classes()
        .that()
        .haveFullyQualifiedName("org.handrail.client.consent.Judge")
        .or()
        .haveFullyQualifiedName("org.handrail.client.consent.Deficiencies")
        .or()
        .haveFullyQualifiedName("org.handrail.client.consent.Consent")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.handrail.client..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void nothingLeavesButThroughTheDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.handrail.client.disclosure..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.handrail.client.disclosure..")
                .and(not(assignableTo(ByLaw.class)))
                .and(not(assignableTo(ReleasingByLaw.class)))
                .and(not(assignableTo(ReportForFunder.class)))
                .and(not(assignableTo(ReleasingReports.class)))
                .and(not(assignableTo(ReleasingReports.Tally.class)))
                .and(not(assignableTo(PackageView.class))))
        .because(
            "the law's own exceptions and a funder's reports are the other ways to ask the door")
        .check(CLASSES);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "org.springframework.web.client..")
        .because("no transaction of the door waits for another service")
        .check(CLASSES);
  }
}
