package dev.hebb.client;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.utils.Utils;

/**
 * Probe of one port: whether it speaks what a client is configured for. Sends no secret: only the two requests of Kafka
 * that need no rights, or a TLS handshake.
 *
 * @param securityProtocol Kafka's name of what the client will speak
 * @param within time for each answer
 */
record BrokerProbe(String securityProtocol, Duration within) {
    private static final int LAST_PORT = 65_535;
    private static final int TLS_ALERT = 0x15;
    private static final int LARGEST_ANSWER_BYTES = 16 << 20;
    private static final short METADATA_VERSION = 4;

    /**
     * Asks the port at an address whether it can be used.
     *
     * @param address host and port
     * @throws IOException saying why it cannot be used
     */
    void ask(String address) throws IOException {
        try (Socket socket = connect(address, within)) {
            if (securityProtocol.endsWith("SSL")) {
                handshake(socket, address);
            } else {
                kafka(socket, address);
            }
        }
    }

    /**
     * Connects to a port.
     *
     * @throws IOException saying why that is not possible
     */
    static Socket connect(String address, Duration within) throws IOException {
        String host = Utils.getHost(address);
        Integer port = Utils.getPort(address);
        if (host == null || port == null || port > LAST_PORT) {
            throw new IOException("'" + address + "' is not of the form host:port");
        }
        Socket socket = new Socket();
        try {
            socket.setSoTimeout((int) within.toMillis());
            InetSocketAddress resolved = new InetSocketAddress(host, port);
            if (resolved.isUnresolved()) {
                throw new UnknownHostException(host);
            }
            socket.connect(resolved, (int) within.toMillis());
            return socket;
        } catch (IOException e) {
            socket.close();
            throw new IOException(reason(address, within, e), e);
        }
    }

    private static String reason(String address, Duration within, IOException why) {
        if (why instanceof UnknownHostException) {
            return "there is no host " + Utils.getHost(address);
        } else if (why instanceof SocketTimeoutException) {
            return address + " does not take a connection within " + Durations.seconds(within);
        } else if (why instanceof NoRouteToHostException || !(why instanceof ConnectException)) {
            return address + " cannot be reached (" + why.getMessage() + ")";
        }
        return "nothing listens at " + address;
    }

    private void kafka(Socket socket, String address) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        try {
            exchange(socket, in, ApiKeys.API_VERSIONS.id, (short) 0, new byte[0]);
        } catch (SocketTimeoutException e) {
            throw new IOException(address + " is silent for " + Durations.seconds(within), e);
        } catch (EOFException | SocketException e) {
            throw new IOException(
                    address + " closes the connection: it is not a broker, or it speaks TLS; then set"
                            + " security.protocol",
                    e);
        } catch (NotKafkaException e) {
            throw new IOException(address + " " + e.getMessage(), e);
        }
        try {
            // No topic, and none is to be created.
            exchange(socket, in, ApiKeys.METADATA.id, METADATA_VERSION, new byte[5]);
        } catch (NotKafkaException | EOFException | SocketException e) {
            if (securityProtocol.equals("PLAINTEXT")) {
                throw new IOException(
                        address + " wants clients to log in: set security.protocol and sasl.* in --properties", e);
            }
        } catch (SocketTimeoutException e) {
            throw new IOException(address + " is silent for " + Durations.seconds(within), e);
        }
    }

    private static void exchange(Socket socket, DataInputStream in, short api, short version, byte[] body)
            throws IOException {
        ByteBuffer request = ByteBuffer.allocate(14 + body.length)
                .putInt(10 + body.length)
                .putShort(api)
                .putShort(version)
                .putInt(api)
                .putShort((short) -1)
                .put(body);
        socket.getOutputStream().write(request.array());
        int size = in.readInt();
        if (size >>> 24 == TLS_ALERT) {
            throw new NotKafkaException("speaks TLS: set security.protocol to SSL or SASL_SSL in --properties");
        }
        if (size < Integer.BYTES || size > LARGEST_ANSWER_BYTES || in.readInt() != api) {
            throw new NotKafkaException("is no Kafka broker");
        }
        in.skipNBytes(size - Integer.BYTES);
    }

    private static final class NotKafkaException extends IOException {
        private static final long serialVersionUID = 1L;

        NotKafkaException(String message) {
            super(message);
        }
    }

    /** Checks only that the broker speaks TLS. The client itself checks which brokers to trust. */
    private void handshake(Socket socket, String address) throws IOException {
        try (SSLSocket secure = (SSLSocket)
                anyServer().getSocketFactory().createSocket(socket, Utils.getHost(address), socket.getPort(), true)) {
            secure.startHandshake();
        } catch (SocketTimeoutException e) {
            throw new IOException(address + " is silent for " + Durations.seconds(within), e);
        } catch (SSLException | EOFException | SocketException e) {
            if (!String.valueOf(e.getMessage()).contains("fatal alert")) {
                throw new IOException(address + " does not speak TLS, which security.protocol or https asks for", e);
            }
        }
    }

    private static SSLContext anyServer() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyServer()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JVM has no TLS", e);
        }
    }

    private static final class AnyServer implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
