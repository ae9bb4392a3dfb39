package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Keeps the picture in docs/architecture.md true: which room may know of which. */
@AnalyzeClasses(packages = "dev.hebb", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] PURE = {
        "dev.hebb.cofiring..", "dev.hebb.control..", "dev.hebb.plasticity..", "dev.hebb.framing..", "dev.hebb.shard.."
    };

    @ArchTest
    static final ArchRule learningAndCountingKnowNothingOfKafka = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka..",
                    "org.rocksdb..",
                    "org.apache.avro..",
                    "io.confluent..",
                    "dev.hebb.state..",
                    "dev.hebb.topology..",
                    "dev.hebb.api..",
                    "dev.hebb.schema..",
                    "dev.hebb.serde..");

    @ArchTest
    static final ArchRule kernelsKnowOnlyArrays = noClasses()
            .that()
            .resideInAPackage("dev.hebb.cofiring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hebb.plasticity..", "dev.hebb.framing..", "dev.hebb.shard..", "java.util.stream..");

    @ArchTest
    static final ArchRule rulesKnowNothingOfTheShard = noClasses()
            .that()
            .resideInAPackage("dev.hebb.plasticity..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hebb.framing..", "dev.hebb.shard..");

    @ArchTest
    static final ArchRule roomsHaveNoCycles =
            slices().matching("dev.hebb.(*)..").should().beFreeOfCycles();
}
