package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;

/** The dependencies of the local stack. */
@AnalyzeClasses(packages = "dev.hebb.stack", importOptions = ShippedClasses.class)
class StackArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

    /**
     * Rule that the stack uses only Hebb's clients. Its class path ensures already that it uses neither the app nor
     * Kafka Streams.
     */
    @ArchTest
    static final ArchRule theStackUsesOnlyClientsOfHebb = noClasses()
            .that()
            .resideInAPackage("dev.hebb.stack..")
            .should()
            .dependOnClassesThat(JavaClass.Predicates.resideInAPackage("dev.hebb..")
                    .and(JavaClass.Predicates.resideOutsideOfPackages("dev.hebb.stack..", "dev.hebb.client..")));
}
