package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;

/**
 * Rules of which package of the experiments may use which. The class path ensures already that none of them uses the
 * app or the benchmarks.
 */
@AnalyzeClasses(packages = "dev.hebb.experiment", importOptions = ShippedClasses.class)
class ExperimentsArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

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
}
