package dev.hebb.page;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The page knows topics and HTTP; what it remembers of a network knows neither. */
@AnalyzeClasses(packages = "dev.hebb.page", importOptions = ImportOption.DoNotIncludeTests.class)
class PageArchitectureTest {
    @ArchTest
    static final ArchRule onlyTopicReaderReadsTopics = noClasses()
            .that()
            .resideInAPackage("dev.hebb.page..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.clients.consumer.KafkaConsumer");

    @ArchTest
    static final ArchRule logsKnowNothingOfKafkaAndHttp = noClasses()
            .that()
            .resideInAPackage("dev.hebb.page.log")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "dev.hebb.client..", "dev.hebb.serde..", "io.javalin..");

    @ArchTest
    static final ArchRule thePageKnowsNothingOfTheEngine = noClasses()
            .that()
            .resideInAPackage("dev.hebb.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hebb.engine..", "dev.hebb.shard..", "dev.hebb.synapse..", "dev.hebb.cofiring..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
