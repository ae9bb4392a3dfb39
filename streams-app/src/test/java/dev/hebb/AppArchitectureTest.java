package dev.hebb;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import dev.hebb.architecture.ModuleRules;
import dev.hebb.architecture.ShippedClasses;
import dev.hebb.cofiring.LagAxis;

/** Keeps the picture in docs/architecture.md true: which package of the app may know of which. */
@AnalyzeClasses(packages = "dev.hebb", importOptions = ShippedClasses.class)
class AppArchitectureTest {
    @ArchTest
    static final ArchTests rulesOfEveryModule = ArchTests.in(ModuleRules.class);

    @ArchTest
    static final ArchRule rowsKnowNothingOfKafkaStreams = noClasses()
            .that()
            .resideInAPackage("dev.hebb.row..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.apache.kafka.streams..", "org.apache.avro..", "dev.hebb.schema..", "dev.hebb.store..");

    @ArchTest
    static final ArchRule recordsKnowNothingOfStoresAndProcessors = noClasses()
            .that()
            .resideInAPackage("dev.hebb.record..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka.streams..", "dev.hebb.store..", "dev.hebb.processor..");

    @ArchTest
    static final ArchRule theApiKnowsNothingOfProcessors = noClasses()
            .that()
            .resideInAPackage("dev.hebb.api")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.hebb.processor..", "dev.hebb.store..", "dev.hebb.row..");

    @ArchTest
    static final ArchRule handlersDoNotKnowWhoCallsThem = noClasses()
            .that()
            .resideInAPackage("dev.hebb.processor")
            .and()
            .haveSimpleNameEndingWith("Handler")
            .should()
            .dependOnClassesThat()
            .haveNameMatching(".*\\.(FrameTopic|ReportTopic|FrameCodec|ReportCodec|.*Processor)");

    /** Rule that has one exception: the axis of lags is a setting. */
    @ArchTest
    static final ArchRule processorsLeaveCountingAndLearningToTheEngine = noClasses()
            .that()
            .resideInAPackage("dev.hebb.processor..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                            "dev.hebb.cofiring..", "dev.hebb.evidence..", "dev.hebb.rule..", "org.hipparchus..")
                    .and(not(type(LagAxis.class))));
}
