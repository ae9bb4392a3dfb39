package dev.hebb;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;
import dev.hebb.shard.NeuronReport;

/**
 * Rules of which package of the engine may use which. The class path ensures already that none of them uses Kafka,
 * RocksDB or Avro: the engine has no such dependency.
 */
@AnalyzeClasses(packages = "dev.hebb", importOptions = ShippedClasses.class)
class EngineArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchRule theEngineNeedsOnlyTheJdkAndHipparchus = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.hebb..", "java..", "org.hipparchus..", "org.jspecify..");

    @ArchTest
    static final ArchRule kernelsKnowOnlyArrays = classes()
            .that()
            .resideInAPackage("dev.hebb.cofiring..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hebb.cofiring..", "dev.hebb.check..", "java.lang..", "java.util", "org.jspecify..");

    @ArchTest
    static final ArchRule rulesAndEvidenceDoNotKnowOneAnother = noClasses()
            .that()
            .resideInAPackage("dev.hebb.rule..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hebb.evidence..", "dev.hebb.synapse..");

    @ArchTest
    static final ArchRule learningKnowsNothingOfFramesAndShards = noClasses()
            .that()
            .resideInAnyPackage("dev.hebb.evidence..", "dev.hebb.rule..", "dev.hebb.synapse..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hebb.framing..",
                    "dev.hebb.shard..",
                    "dev.hebb.census..",
                    "dev.hebb.command..",
                    "dev.hebb.engine..");

    @ArchTest
    static final ArchRule stepsKnowOnlyTheStepsBefore = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("framing")
            .definedBy("dev.hebb.framing..")
            .layer("shard")
            .definedBy("dev.hebb.shard..")
            .layer("census")
            .definedBy("dev.hebb.census..")
            .whereLayer("census")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("shard")
            .mayOnlyBeAccessedByLayers("census")
            .whereLayer("framing")
            .mayOnlyBeAccessedByLayers("shard");

    @ArchTest
    static final ArchRule theCensusKnowsShardsByTheirReports = classes()
            .that()
            .resideInAPackage("dev.hebb.census..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("dev.hebb.census..", "java..", "org.jspecify..")
                    .or(belongToAnyOf(NeuronReport.class)));
}
