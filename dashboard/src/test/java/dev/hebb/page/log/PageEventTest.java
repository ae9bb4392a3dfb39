package dev.hebb.page.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

/** Checks that the numbers of a synapse are fields of the event in JSON, by the names that the page reads. */
class PageEventTest {
    @Test
    void aPrunedSynapseIsOneObject() throws Exception {
        // Given
        PageEvent event = PageEvents.of(Reports.pruned(20_000_000, 4, 5)).numbered(8);

        String expected = "{'seq':8,'atMicros':20000000,'kind':'PRUNED','pre':4,'post':5,'reason':'WEAK',"
                + "'text':'weight under the threshold','weight':0.01,'z':3.0,'lagMicros':2000,"
                + "'inhibitory':false,'stage':'GROWTH'}";

        // When
        String written = new ObjectMapper().writeValueAsString(event);

        // Then
        assertThat(written).isEqualTo(expected.replace('\'', '"'));
    }
}
