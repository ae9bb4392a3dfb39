package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;

/** Rules of which package of the producers may use which. */
@AnalyzeClasses(packages = "dev.hebb", importOptions = ShippedClasses.class)
class ProducersArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

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
}
