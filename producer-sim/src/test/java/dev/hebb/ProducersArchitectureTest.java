package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules of which package of the producers may use which. */
@AnalyzeClasses(packages = "dev.hebb", importOptions = ImportOption.DoNotIncludeTests.class)
class ProducersArchitectureTest {
    @ArchTest
    static final ArchRule tissueKnowsNothingOfKafka = noClasses()
            .that()
            .resideInAnyPackage("dev.hebb.tissue", "dev.hebb.loop")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "io.confluent..",
                    "dev.hebb.schema..",
                    "dev.hebb.serde..",
                    "dev.hebb.client..",
                    "dev.hebb.loop.kafka..");

    @ArchTest
    static final ArchRule tissueKnowsNothingOfTheLoop = noClasses()
            .that()
            .resideInAPackage("dev.hebb.tissue..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hebb.loop..");

    @ArchTest
    static final ArchRule onlyTopicReaderReadsTopics = noClasses()
            .that()
            .resideInAnyPackage("dev.hebb.loop..", "dev.hebb.produce..", "dev.hebb.replay..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.clients.consumer.KafkaConsumer");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
