package dev.hebb.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/**
 * The dependencies between packages of the command line: support below, commands side by side, the main class above.
 */
@AnalyzeClasses(packages = "dev.hebb.cli", importOptions = ImportOption.DoNotIncludeTests.class)
class CliArchitectureTest {
    @ArchTest
    static final ArchRule onlyTopicReaderReadsTopics = noClasses()
            .that()
            .resideInAPackage("dev.hebb.cli..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.kafka\\.clients\\.consumer\\.(Kafka)?Consumer");

    @ArchTest
    static final ArchRule commandsKnowOnlyWhatIsBelowThem = SlicesRuleDefinition.slices()
            .matching("dev.hebb.cli.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    DescribedPredicate.alwaysTrue(),
                    JavaClass.Predicates.resideInAnyPackage("dev.hebb.cli.support..", "dev.hebb.cli.topic.."));

    @ArchTest
    static final ArchRule nothingKnowsTheMainClass = noClasses()
            .that()
            .resideInAPackage("dev.hebb.cli.*..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.hebb.cli");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            SlicesRuleDefinition.slices().matching("dev.hebb.(**)").should().beFreeOfCycles();
}
