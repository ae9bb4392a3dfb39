package dev.hebb.page;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;

/** The page knows topics and HTTP; what it remembers of a network knows neither. */
@AnalyzeClasses(packages = "dev.hebb.page", importOptions = ShippedClasses.class)
class PageArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchRule logsKnowNothingOfKafkaAndHttp = noClasses()
            .that()
            .resideInAPackage("dev.hebb.page.log")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "dev.hebb.client..", "dev.hebb.serde..", "io.javalin..");

    @ArchTest
    static final ArchRule thePageKnowsNothingOfTheEngine = noClasses()
            .that()
            .resideInAPackage("dev.hebb.page..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hebb.engine..", "dev.hebb.shard..", "dev.hebb.synapse..", "dev.hebb.cofiring..");
}
