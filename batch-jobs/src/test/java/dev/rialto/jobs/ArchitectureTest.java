package dev.rialto.jobs;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses MODULE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.rialto.jobs");

    /** What is public in a domain is its boundary; the compiler sees to the rest. */
    @Test
    void onlyBoundariesAreUsedAndNeverTheDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.jdbi.."))
                .orShould()
                .dependOnClassesThat(assignableTo(dev.rialto.platform.Database.class))
                .check(MODULE);
    }

    @Test
    void otherModulesAreUnknown() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.rialto.web..", "dev.rialto.rest.."))
                .check(MODULE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.rialto.jobs.(*)..").should().beFreeOfCycles().check(MODULE);
    }

    @Test
    void onlyTheSchemaOwnerMigrates() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAPackage("org.flywaydb.."))
                .check(MODULE);
    }
}
