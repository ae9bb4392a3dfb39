package dev.hebb.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rules that hold in every module. */
public final class ModuleRules {
    @ArchTest
    public static final ArchRule packagesHaveNoCycles =
            slices().matching("dev.hebb.(**)").should().beFreeOfCycles();

    /** Rule that has two exceptions: the consumer that Kafka Streams itself reads with, and its factory. */
    @ArchTest
    public static final ArchRule onlyTopicReaderReadsTopics = noClasses()
            .that()
            .haveNameNotMatching("dev\\.hebb\\.(client\\.TopicReader|app\\.(GatedConsumer|StreamsClients))(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("org.apache.kafka.clients.consumer.KafkaConsumer");

    private ModuleRules() {}
}
