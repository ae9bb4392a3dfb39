package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Rules of which package of the benchmarks may use which. */
@AnalyzeClasses(packages = "dev.hebb.bench", importOptions = ImportOption.DoNotIncludeTests.class)
class BenchmarksArchitectureTest {
    @ArchTest
    static final ArchRule offlineMeasurementsKnowNothingOfKafka = noClasses()
            .that()
            .resideInAPackage("dev.hebb.bench.offline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "dev.hebb.schema..", "dev.hebb.client..");

    @ArchTest
    static final ArchRule onlyTopicReaderReadsTopics = noClasses()
            .that()
            .resideInAPackage("dev.hebb.bench..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.clients.consumer.KafkaConsumer");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
