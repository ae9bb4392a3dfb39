package dev.hebb.api.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Key and certificate of this instance. Other instances are trusted whose certificates are in the same keystore. */
public final class ServerCertificate {
    private final SSLContext context;

    private ServerCertificate(SSLContext context) {
        this.context = context;
    }

    /**
     * Reads a keystore, PKCS#12 or JKS.
     *
     * @param passwordFile its first line is the password
     * @throws IllegalArgumentException naming the setting, if it cannot be used
     */
    static ServerCertificate read(Path keystore, String passwordFile) {
        char[] password = password(passwordFile);
        try {
            KeyStore store = KeyStore.getInstance(keystore.toFile(), password);
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, password);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return new ServerCertificate(context);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "hebb.http.keystore-file is " + keystore + ", which cannot be opened ("
                            + e.getClass().getSimpleName()
                            + "); give a PKCS#12 keystore with a key, and its password in"
                            + " hebb.http.keystore-password-file",
                    e);
        }
    }

    private static char[] password(String file) {
        try {
            return Files.readAllLines(Path.of(file)).get(0).strip().toCharArray();
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    "hebb.http.keystore-password-file is '" + file
                            + "'; give a file whose first line is the password of the keystore",
                    e);
        }
    }

    /** Returns the TLS context of a server with this certificate. */
    public SSLContext forServer() {
        return context;
    }

    SSLContext forClients() {
        return context;
    }
}
