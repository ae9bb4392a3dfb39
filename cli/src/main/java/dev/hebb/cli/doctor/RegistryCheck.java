package dev.hebb.cli.doctor;

import dev.hebb.client.Reachability;
import dev.hebb.client.Subjects;
import dev.hebb.client.UnreachableException;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Checks that the schema registry answers and that our schemas are compatible with its own. */
final class RegistryCheck implements ClusterCheck {
    @Override
    public List<CheckResult> run(CheckContext context) throws InterruptedException {
        String url = context.connection().shownRegistry();
        try {
            new Reachability(context.connection()).checkRegistry();
            SchemaRegistryClient registry = context.connection().registry();
            Collection<String> known = registry.getAllSubjects();
            List<CheckResult> results = new ArrayList<>();
            Map<String, Schema> subjects = Subjects.all(context.connection().topics());
            for (Map.Entry<String, Schema> subject : subjects.entrySet()) {
                if (!known.contains(subject.getKey())) {
                    results.add(CheckResult.note(
                            "subject " + subject.getKey() + " is not registered",
                            "'hebb up' and 'hebb app' register it at their start"));
                } else if (!registry.testCompatibility(subject.getKey(), new AvroSchema(subject.getValue()))) {
                    results.add(CheckResult.fail(
                            "subject " + subject.getKey() + " holds a schema that ours is not compatible with",
                            "another program registered it, or a newer Hebb: give --topic-prefix, or upgrade"));
                }
            }
            if (results.isEmpty()) {
                results.add(CheckResult.ok(
                        "schema registry at " + url + ": all " + subjects.size() + " subjects, compatible with ours"));
            }
            return results;
        } catch (UnreachableException e) {
            return List.of(CheckResult.fail(
                    String.valueOf(e.getMessage()), "nothing can be read or written without the schema registry"));
        } catch (IOException | RestClientException e) {
            return List.of(CheckResult.fail(
                    "the schema registry at " + url + " does not answer: " + e.getMessage(),
                    "start it, or give --schema-registry; nothing can be read or written without it"));
        }
    }
}
