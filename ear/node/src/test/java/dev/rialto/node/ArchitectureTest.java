package dev.rialto.node;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Texts;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a storefront on its seller's own server is made of, and what it is not. */
@Tag("A21")
class ArchitectureTest {
    /** The values of the kernel that go along; the others stay with the mall. */
    private static final Set<String> VALUES = Set.of(
            DomainException.class.getName(),
            ErrorCode.class.getName(),
            ErrorKind.class.getName(),
            FieldError.class.getName(),
            MallNote.class.getName(),
            Money.class.getName(),
            Texts.class.getName());

    private static final JavaClasses NODE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.rialto.node");
    private static final JavaClasses PAGES = new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests()))
            .importPackages(
                    "dev.rialto.web.shop",
                    "dev.rialto.web.port",
                    "dev.rialto.web.parts",
                    "dev.rialto.web.theme",
                    "dev.rialto.web.catalogue",
                    "dev.rialto.web.cart",
                    "dev.rialto.web.checkout",
                    "dev.rialto.web.account",
                    "dev.rialto.web.order",
                    "dev.rialto.web.returns",
                    "dev.rialto.web.conversation",
                    "dev.rialto.web.review",
                    "dev.rialto.web.wish");
    private static final DescribedPredicate<JavaClass> GOES_ALONG =
            DescribedPredicate.describe("go along", type -> VALUES.contains(type.getName()));
    private static final DescribedPredicate<JavaClass> STAYS_WITH_THE_MALL = resideInAPackage("dev.rialto..")
            .and(DescribedPredicate.not(resideInAnyPackage("dev.rialto.web..", "dev.rialto.node..")))
            .and(DescribedPredicate.not(GOES_ALONG));

    @Test
    void theNodeKnowsNoDomainAndNoDatabase() {
        noClasses()
                .should()
                .dependOnClassesThat(STAYS_WITH_THE_MALL.or(resideInAnyPackage(
                        "jakarta.persistence..",
                        "jakarta.ejb..",
                        "java.sql..",
                        "javax.sql..",
                        "dev.rialto.web.local..",
                        "dev.rialto.web.console..",
                        "dev.rialto.web.surface..")))
                .check(NODE);
    }

    @Test
    void thePagesNeedNothingThatStaysWithTheMall() {
        noClasses()
                .should()
                .dependOnClassesThat(STAYS_WITH_THE_MALL.or(resideInAnyPackage(
                        "dev.rialto.web.local..", "dev.rialto.web.console..", "dev.rialto.web.surface..")))
                .check(PAGES);
    }

    @Test
    void theStartNeedsJavaAlone() {
        classes()
                .that()
                .resideInAPackage("dev.rialto.node.start..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "dev.rialto.node.start..", "org.jspecify.."))
                .check(NODE);
    }

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.rialto.node.(**)").should().beFreeOfCycles().check(NODE);
    }
}
