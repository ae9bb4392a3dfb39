package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;

/** The dependencies of schemas, serdes and clients. */
@AnalyzeClasses(packages = "dev.hebb", importOptions = ShippedClasses.class)
class SchemasArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchRule clientsKnowNeitherSerdesNorCommands = noClasses()
            .that()
            .resideInAPackage("dev.hebb.client..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hebb.serde..", "dev.hebb.control..", "dev.hebb.neuron..", "dev.hebb.command..");

    @ArchTest
    static final ArchRule ofTheEngineOnlyCommandsAndFramesAreKnown = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.hebb.client..",
                    "dev.hebb.serde..",
                    "dev.hebb.control..",
                    "dev.hebb.neuron..",
                    "dev.hebb.schema..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hebb.cofiring..",
                    "dev.hebb.evidence..",
                    "dev.hebb.rule..",
                    "dev.hebb.synapse..",
                    "dev.hebb.shard..",
                    "dev.hebb.census..");
}
