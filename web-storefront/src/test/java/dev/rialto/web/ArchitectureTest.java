package dev.rialto.web;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final String[] SHOPPER_PAGES = {
        "dev.rialto.web.shop..",
        "dev.rialto.web.catalogue..",
        "dev.rialto.web.cart..",
        "dev.rialto.web.checkout..",
        "dev.rialto.web.account..",
        "dev.rialto.web.order..",
        "dev.rialto.web.recharge..",
        "dev.rialto.web.returns..",
        "dev.rialto.web.review..",
        "dev.rialto.web.conversation..",
        "dev.rialto.web.parts..",
        "dev.rialto.web.theme..",
        "dev.rialto.web.port.."
    };
    private static final JavaClasses WEB =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.rialto.web");
    private static final DescribedPredicate<JavaClass> DOMAINS =
            resideInAPackage("dev.rialto..").and(resideOutsideOfPackages("dev.rialto.web..", "dev.rialto.kernel.."));

    /** So that they can run on a server that has no database. */
    @Test
    void shopperPagesKnowPortsAndKernelOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(SHOPPER_PAGES)
                .should()
                .dependOnClassesThat(DOMAINS)
                .check(WEB);
    }

    @Test
    void shopperPagesDoNotKnowHowPortsAreServedOrTheConsole() {
        noClasses()
                .that()
                .resideInAnyPackage(SHOPPER_PAGES)
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.rialto.web.local..", "dev.rialto.web.console.."))
                .check(WEB);
    }

    @Test
    void theConsoleUsesBoundariesAndNoPorts() {
        noClasses()
                .that()
                .resideInAPackage("dev.rialto.web.console..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.rialto.web.port..", "dev.rialto.web.local.."))
                .check(WEB);
    }

    @Test
    void portsAreServedByNobodyButTheirLocalImplementations() {
        classes()
                .that(DescribedPredicate.describe("implement a port", type -> type.getAllRawInterfaces().stream()
                        .anyMatch(port -> port.getPackageName().equals("dev.rialto.web.port")
                                && port.getSimpleName().endsWith("Port"))))
                .should()
                .resideInAPackage("dev.rialto.web.local..")
                .check(WEB);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.rialto.web.(**)").should().beFreeOfCycles().check(WEB);
    }

    @Test
    void onlyTheDatabaseModuleTouchesTheDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("jakarta.persistence..", "java.sql..", "javax.sql..", "org.jdbi.."))
                .check(WEB);
    }
}
