package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Which package of the engine may know of which. That none of them knows Kafka, RocksDB or Avro is a fact of the class path
 * already: the engine has no such dependency.
 */
@AnalyzeClasses(packages = "dev.hebb", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineArchitectureTest {
    @ArchTest
    static final ArchRule theEngineNeedsOnlyTheJdkAndHipparchus = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.hebb..", "java..", "org.hipparchus..", "org.jspecify..");

    @ArchTest
    static final ArchRule kernelsKnowOnlyArrays = noClasses()
            .that()
            .resideInAPackage("dev.hebb.cofiring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hebb.evidence..",
                    "dev.hebb.rule..",
                    "dev.hebb.synapse..",
                    "dev.hebb.framing..",
                    "dev.hebb.shard..",
                    "java.util.stream..");

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
            .resideInAnyPackage("dev.hebb.framing..", "dev.hebb.shard..", "dev.hebb.census..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
