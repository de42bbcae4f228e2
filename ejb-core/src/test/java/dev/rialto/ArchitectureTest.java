package dev.rialto;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.constructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.Initialized;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final int MOST_TYPES = 40;
    private static final JavaClasses DOMAINS =
            new ClassFileImporter(java.util.List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.rialto");

    @Test
    void packagesFormNoCycle() {
        slices().matching("dev.rialto.(*)..").should().beFreeOfCycles().check(DOMAINS);
    }

    @Test
    void kernelKnowsNobody() {
        noClasses()
                .that()
                .resideInAPackage("dev.rialto.kernel")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.rialto..")
                        .and(JavaClass.Predicates.resideOutsideOfPackage("dev.rialto.kernel")))
                .check(DOMAINS);
    }

    @Test
    void platformKnowsOnlyKernel() {
        noClasses()
                .that()
                .resideInAPackage("dev.rialto.platform")
                .should()
                .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.rialto..")
                        .and(JavaClass.Predicates.resideOutsideOfPackages("dev.rialto.kernel", "dev.rialto.platform")))
                .check(DOMAINS);
    }

    @Test
    void theFourPillarsDoNotKnowTheOrder() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "dev.rialto.seller", "dev.rialto.goods", "dev.rialto.membership", "dev.rialto.payment")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.rialto.order")
                .allowEmptyShould(true)
                .check(DOMAINS);
    }

    /** The server knows a session bean by its short name, whatever its package. */
    @Test
    void noTwoSessionBeansHaveOneName() {
        assertThat(DOMAINS.stream()
                        .filter(bean -> bean.isAnnotatedWith(Stateless.class))
                        .map(bean ->
                                bean.getAnnotationOfType(Stateless.class).name().isEmpty()
                                        ? bean.getSimpleName()
                                        : bean.getAnnotationOfType(Stateless.class)
                                                .name()))
                .hasSizeGreaterThan(100)
                .doesNotHaveDuplicates();
    }

    @Test
    void entitiesAreHidden() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .notBePublic()
                .allowEmptyShould(true)
                .check(DOMAINS);
    }

    @Test
    void sessionBeansAreBoundariesWhoseMethodsNameTheirCaller() {
        classes()
                .that()
                .areAnnotatedWith(Stateless.class)
                .should()
                .beAnnotatedWith(Boundary.class)
                .check(DOMAINS);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .and()
                .arePublic()
                .should(nameTheirCallerFirst())
                .check(DOMAINS);
    }

    /** Payara cannot make a session bean by a hidden constructor; tests without a server would not notice. */
    @Test
    void theContainerCanMakeEverySessionBean() {
        constructors()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Stateless.class)
                .and()
                .areAnnotatedWith(Inject.class)
                .should()
                .bePublic()
                .check(DOMAINS);
    }

    private static ArchCondition<JavaMethod> nameTheirCallerFirst() {
        return new ArchCondition<>("name their caller first") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean named = !method.getRawParameterTypes().isEmpty()
                        && method.getRawParameterTypes().get(0).isEquivalentTo(Caller.class);
                if (!named
                        && !method.getModifiers().contains(JavaModifier.STATIC)
                        && !method.getModifiers().contains(JavaModifier.SYNTHETIC)) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " does not"));
                }
            }
        };
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Dto|Vo|Abstract.*)")
                .check(DOMAINS);
    }

    @Test
    void timeComesFromTheInjectedClock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("MovableClock")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(DOMAINS);
    }

    @Test
    void settingsAreReadWhenTheApplicationStarts() {
        classes()
                .that()
                .haveNameMatching(".*Settings\\$Source")
                .should(new ArchCondition<JavaClass>("observe the start") {
                    @Override
                    public void check(JavaClass source, ConditionEvents events) {
                        boolean observes = source.getMethods().stream()
                                .flatMap(method -> method.getParameters().stream())
                                .anyMatch(parameter -> parameter.isAnnotatedWith(Initialized.class));
                        if (!observes) {
                            events.add(SimpleConditionEvent.violated(source, source.getName() + " is made later"));
                        }
                    }
                })
                .check(DOMAINS);
    }

    @Test
    void noPackageGrowsOutOfSight() {
        Map<String, Integer> types = new TreeMap<>();
        DOMAINS.stream()
                .filter(JavaClass::isTopLevelClass)
                .forEach(type -> types.merge(type.getPackageName(), 1, Integer::sum));
        types.values().removeIf(count -> count <= MOST_TYPES);
        org.assertj.core.api.Assertions.assertThat(types).isEmpty();
    }
}
