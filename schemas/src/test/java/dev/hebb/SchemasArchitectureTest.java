package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The dependencies of schemas, serdes and clients. */
@AnalyzeClasses(packages = "dev.hebb", importOptions = ImportOption.DoNotIncludeTests.class)
class SchemasArchitectureTest {
    @ArchTest
    static final ArchRule clientsNeedNoKafkaStreams = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.streams..", "org.rocksdb..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            SlicesRuleDefinition.slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
