package dev.hebb.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.RetainableByteBuffer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.junit.jupiter.api.Test;

class ConnectorsTest {
    @Test
    void aBufferThatWasGivenBackIsNotUsedByAnotherConnection() {
        // Given
        ByteBufferPool buffers =
                Connectors.plain(new Server(), new HttpConfiguration()).getByteBufferPool();
        RetainableByteBuffer refused = buffers.acquire(8192, false);
        ByteBuffer bytes = refused.getByteBuffer();
        refused.release();

        // When
        ByteBuffer next = buffers.acquire(8192, false).getByteBuffer();

        // Then
        assertThat(next).isNotSameAs(bytes);
    }

    @Test
    void buffersAreOnTheHeap() {
        // When
        HttpConfiguration used = Connectors.plain(new Server(), new HttpConfiguration())
                .getConnectionFactory(HttpConnectionFactory.class)
                .getHttpConfiguration();

        // Then
        assertThat(used.isUseInputDirectByteBuffers()).isFalse();
        assertThat(used.isUseOutputDirectByteBuffers()).isFalse();
    }
}
