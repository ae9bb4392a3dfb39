package dev.hebb.api;

import dev.hebb.api.access.ServerCertificate;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.AbstractConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/**
 * The connectors of the HTTP server. Connections share no buffers. In Jetty 12.1.12, one thread may give the buffer of
 * a refused request back to the pool while another still reads the rest of that request into it. The answer of another
 * connection then starts with bytes of the refused request: {@code FuzzedRequestsProperties} found it, on a busy
 * machine.
 */
final class Connectors {
    private static final int DEFAULT = -1;

    private Connectors() {}

    /** A connector without TLS. */
    static ServerConnector plain(Server server, HttpConfiguration http) {
        return connector(server, new HttpConnectionFactory(onHeap(http)));
    }

    /** A connector with TLS. A client may show a certificate that is trusted, or none. */
    static ServerConnector tls(Server server, HttpConfiguration http, ServerCertificate certificate) {
        HttpConfiguration secure = onHeap(http);
        // Clients may use an address instead of the name in the certificate.
        secure.addCustomizer(new SecureRequestCustomizer(false));
        SslContextFactory.Server tls = new SslContextFactory.Server();
        tls.setSslContext(certificate.forServer());
        // Not needed, so that probes without a certificate are answered.
        tls.setWantClientAuth(certificate.asksClients());
        return connector(server, AbstractConnectionFactory.getFactories(tls, new HttpConnectionFactory(secure)));
    }

    // Direct buffers that are not pooled are freed only when garbage is collected.
    private static HttpConfiguration onHeap(HttpConfiguration http) {
        HttpConfiguration onHeap = new HttpConfiguration(http);
        onHeap.setUseInputDirectByteBuffers(false);
        onHeap.setUseOutputDirectByteBuffers(false);
        return onHeap;
    }

    private static ServerConnector connector(Server server, ConnectionFactory... factories) {
        return new ServerConnector(server, null, null, ByteBufferPool.NON_POOLING, DEFAULT, DEFAULT, factories);
    }
}
