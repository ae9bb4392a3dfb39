package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The dependencies of the local stack. */
@AnalyzeClasses(packages = "dev.hebb.stack", importOptions = ImportOption.DoNotIncludeTests.class)
class StackArchitectureTest {
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

    @ArchTest
    static final ArchRule theStackReadsNoTopics = noClasses()
            .that()
            .resideInAPackage("dev.hebb.stack..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.clients.consumer.KafkaConsumer");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            SlicesRuleDefinition.slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
