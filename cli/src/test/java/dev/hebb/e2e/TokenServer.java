package dev.hebb.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;

/**
 * An identity provider on the loopback address: gives a client that shows its secret a signed token (OAuth 2, client
 * credentials), and publishes the key by which a broker checks it.
 */
final class TokenServer implements AutoCloseable {
    static final String ISSUER = "https://issuer.example";
    static final String AUDIENCE = "kafka";

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final int UNAUTHORIZED = 401;
    private static final int KEY_BITS = 2048;
    private static final int SECONDS = 3_600;

    private final KeyPair key;
    private final HttpServer server;
    private final Function<String, String> secrets;

    /** @param secrets the secret of each client, by name */
    TokenServer(Function<String, String> secrets) throws IOException, GeneralSecurityException {
        this.secrets = secrets;
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(KEY_BITS);
        key = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/token", this::token);
        server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
        server.start();
    }

    String tokenUrl() {
        return url("/token");
    }

    String keysUrl() {
        return url("/keys");
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private void token(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        String[] client = new String(
                        Base64.getDecoder().decode(authorization.substring("Basic ".length())), StandardCharsets.UTF_8)
                .split(":", 2);
        if (!secrets.apply(client[0]).equals(client[1])) {
            answer(exchange, UNAUTHORIZED, "{\"error\":\"invalid_client\"}");
            return;
        }
        answer(
                exchange,
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":" + SECONDS + ",\"access_token\":\"" + signed(client[0])
                        + "\"}");
    }

    private String signed(String client) {
        long now = System.currentTimeMillis() / 1000;
        String claims = "{\"iss\":\"" + ISSUER + "\",\"aud\":\"" + AUDIENCE + "\",\"sub\":\"" + client
                + "\",\"scope\":\"kafka\",\"iat\":" + now + ",\"exp\":" + (now + SECONDS) + "}";
        String content = url64("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + url64(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return content + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a JDK signs with SHA256withRSA", e);
        }
    }

    private String keys() {
        RSAPublicKey open = (RSAPublicKey) key.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"1\",\"n\":\""
                + number(open.getModulus()) + "\",\"e\":\"" + number(open.getPublicExponent()) + "\"}]}";
    }

    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return URL.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static String url64(String text) {
        return URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        try (exchange;
                OutputStream out = exchange.getResponseBody()) {
            byte[] body = json.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, body.length);
            out.write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
