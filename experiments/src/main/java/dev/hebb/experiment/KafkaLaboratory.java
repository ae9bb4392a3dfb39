package dev.hebb.experiment;

import dev.hebb.client.Connection;
import dev.hebb.experiment.loop.KafkaLearner;
import dev.hebb.experiment.loop.Subject;
import dev.hebb.tissue.TissueSettings;
import java.util.ArrayList;
import java.util.List;

/** Subjects over the running pipeline. It must have the settings of the experiment, and not know their networks yet. */
public final class KafkaLaboratory implements Laboratory, AutoCloseable {
    private final Connection connection;
    private final String applicationId;
    private final List<KafkaLearner> learners = new ArrayList<>();

    /** @param applicationId of the pipeline */
    public KafkaLaboratory(Connection connection, String applicationId) {
        this.connection = connection;
        this.applicationId = applicationId;
    }

    @Override
    public Subject subject(String network, TissueSettings settings) throws InterruptedException {
        KafkaLearner learner = new KafkaLearner(connection, applicationId, network, WINDOW_MICROS);
        learners.add(learner);
        return new Subject(settings, learner, WINDOW_MICROS);
    }

    @Override
    public void close() {
        learners.forEach(KafkaLearner::close);
    }
}
