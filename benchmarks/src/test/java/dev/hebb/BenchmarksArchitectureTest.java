package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;

/** Rules of which package of the benchmarks may use which. */
@AnalyzeClasses(packages = "dev.hebb.bench", importOptions = ShippedClasses.class)
class BenchmarksArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchRule offlineMeasurementsKnowNothingOfKafka = noClasses()
            .that()
            .resideInAPackage("dev.hebb.bench.offline..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "org.apache.avro..", "dev.hebb.schema..", "dev.hebb.client..");
}
