package dev.hebb.api.access;

import dev.hebb.config.HttpConfig;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Key and certificate of this instance, and the certificates that it trusts: those in its keystore or, if there is a
 * truststore, those in that and its own one. Other instances show theirs; clients do so where there is a truststore.
 */
public final class ServerCertificate {
    private static final String KEYS = "hebb.http.keystore";
    private static final String TRUSTED = "hebb.http.truststore";

    private final SSLContext context;
    private final boolean asksClients;

    private ServerCertificate(SSLContext context, boolean asksClients) {
        this.context = context;
        this.asksClients = asksClients;
    }

    /**
     * Reads the keystore, and the truststore if there is one.
     *
     * @throws IllegalArgumentException naming the setting, if one of them cannot be used
     */
    static ServerCertificate read(HttpConfig http) {
        StoreFile keys = StoreFile.read(KEYS, "a key", http.keystoreFile(), http.keystorePasswordFile());
        boolean asksClients = !http.truststoreFile().isBlank();
        try {
            if (keys.ownCertificates().isEmpty()) {
                throw new IllegalArgumentException(KEYS + "-file is " + http.keystoreFile() + ", which has no key");
            }
            List<Certificate> trusted = asksClients ? ofClientsAnd(keys, http) : keys.certificates();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.keys(), trustIn(trusted).getTrustManagers(), null);
            return new ServerCertificate(context, asksClients);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    KEYS + "-file is " + http.keystoreFile() + ", whose key cannot be used ("
                            + e.getClass().getSimpleName() + "); give a keystore whose keys have its password",
                    e);
        }
    }

    private static List<Certificate> ofClientsAnd(StoreFile keys, HttpConfig http) throws GeneralSecurityException {
        StoreFile clients = StoreFile.read(
                TRUSTED, "the certificates that are trusted", http.truststoreFile(), http.truststorePasswordFile());
        List<Certificate> trusted = new ArrayList<>(clients.certificates());
        if (trusted.isEmpty()) {
            throw new IllegalArgumentException(TRUSTED + "-file is " + http.truststoreFile()
                    + ", which has no certificate that Java trusts; add one with: keytool -importcert");
        }
        trusted.addAll(keys.ownCertificates());
        return trusted;
    }

    private static TrustManagerFactory trustIn(List<Certificate> certificates)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (Certificate certificate : certificates) {
            store.setCertificateEntry(String.valueOf(store.size()), certificate);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        return trust;
    }

    /** Returns the TLS context of a server with this certificate. */
    public SSLContext forServer() {
        return context;
    }

    /** Returns whether a server with this certificate asks clients for theirs. */
    public boolean asksClients() {
        return asksClients;
    }

    SSLContext forClients() {
        return context;
    }
}
