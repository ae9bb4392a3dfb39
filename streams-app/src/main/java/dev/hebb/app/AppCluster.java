package dev.hebb.app;

import dev.hebb.client.Connection;
import dev.hebb.client.Replication;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;

/**
 * The cluster of an instance, whose topics and schemas are there.
 *
 * @param registry of the connection
 * @param replication of the topics, also of those that Kafka Streams makes
 */
record AppCluster(Connection connection, SchemaRegistryClient registry, Replication replication) {}
