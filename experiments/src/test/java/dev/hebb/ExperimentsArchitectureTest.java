package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Rules of which package of the experiments may use which. The class path ensures already that none of them uses the
 * app or the benchmarks.
 */
@AnalyzeClasses(packages = "dev.hebb.experiment", importOptions = ImportOption.DoNotIncludeTests.class)
class ExperimentsArchitectureTest {
    @ArchTest
    static final ArchRule onlyTopicReaderReadsTopics = noClasses()
            .that()
            .resideInAPackage("dev.hebb.experiment..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.clients.consumer.KafkaConsumer");

    @ArchTest
    static final ArchRule protocolsKnowNothingOfKafka = noClasses()
            .that()
            .resideInAnyPackage("dev.hebb.experiment.protocol..", "dev.hebb.experiment.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.apache.avro..",
                    "dev.hebb.schema..",
                    "dev.hebb.client..",
                    "dev.hebb.control..");

    @ArchTest
    static final ArchRule reportsKnowNothingOfRuns = noClasses()
            .that()
            .resideInAPackage("dev.hebb.experiment.report..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hebb.experiment", "dev.hebb.experiment.run..", "dev.hebb.tissue..", "dev.hebb.loop..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
