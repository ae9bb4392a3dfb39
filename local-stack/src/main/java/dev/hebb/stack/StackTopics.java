package dev.hebb.stack;

import dev.hebb.client.Connection;
import dev.hebb.client.Subjects;
import dev.hebb.client.TopicPlan;
import dev.hebb.client.TopicProvisioner;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** The topics and schemas of a stack. */
final class StackTopics {
    private StackTopics() {}

    /**
     * Creates the topics that are missing and registers the schemas with their compatibility rule.
     *
     * @return what was created, and what is different about topics that were there before
     * @throws StackException if broker or registry refuse
     */
    static TopicProvisioner.Provisioned provision(Connection connection, int partitions)
            throws IOException, InterruptedException {
        try (Admin admin = Admin.create(connection.clientProperties())) {
            TopicProvisioner.Provisioned outcome =
                    new TopicProvisioner(admin).provision(TopicPlan.all(connection.topics(), partitions));
            Subjects.register(connection.registry(), connection.topics());
            return outcome;
        } catch (ExecutionException e) {
            throw new StackException("the Kafka broker refuses the topics: " + e.getCause(), e);
        } catch (RestClientException e) {
            throw new StackException("the schema registry refuses a schema: " + e.getMessage(), e);
        }
    }
}
