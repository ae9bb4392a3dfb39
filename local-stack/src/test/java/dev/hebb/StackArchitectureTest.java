package dev.hebb;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The dependencies of the local stack. */
@AnalyzeClasses(packages = "dev.hebb.stack", importOptions = ImportOption.DoNotIncludeTests.class)
class StackArchitectureTest {
    @ArchTest
    static final ArchRule theStackKnowsNeitherAppNorEngine = noClasses()
            .that()
            .resideInAPackage("dev.hebb.stack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.hebb.app..", "dev.hebb.topology..", "dev.hebb.shard..", "org.apache.kafka.streams..");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            SlicesRuleDefinition.slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
