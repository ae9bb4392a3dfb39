package dev.hebb.cli.doctor;

import dev.hebb.api.answer.ConfigAnswer;
import dev.hebb.client.Connection;
import org.apache.kafka.clients.admin.Admin;

/** The objects of the checks: a cluster and, if one answers, an app. */
record CheckContext(Connection connection, Admin admin, AppFacts app) {
    ConfigAnswer config() {
        return app.config();
    }
}
