package dev.hebb.cli;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;

/**
 * The dependencies between packages of the command line: support below, commands side by side, the main class above.
 */
@AnalyzeClasses(packages = "dev.hebb.cli", importOptions = ShippedClasses.class)
class CliArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

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
}
