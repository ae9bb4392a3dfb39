package dev.hebb.cli.doctor;

import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.client.Connection;
import org.apache.kafka.clients.admin.Admin;

/** What is looked at. */
record Patient(Connection connection, Admin admin, AppFacts app) {
    ConfigAnswer config() {
        return app.config();
    }
}
