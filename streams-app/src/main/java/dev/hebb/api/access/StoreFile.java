package dev.hebb.api.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** A file of keys or certificates, PKCS#12 or JKS. Its text form has no password. */
final class StoreFile {
    private final KeyStore store;
    private final char[] password;

    private StoreFile(KeyStore store, char[] password) {
        this.store = store;
        this.password = password;
    }

    /**
     * Reads a file.
     *
     * @param setting the beginning of the two settings' names, as {@code hebb.http.keystore}
     * @param content what the file should have, for the message
     * @param passwordFile its first line is the password
     * @throws IllegalArgumentException naming the setting, if it cannot be used
     */
    static StoreFile read(String setting, String content, String file, String passwordFile) {
        char[] password = password(setting, passwordFile);
        try {
            return new StoreFile(KeyStore.getInstance(Path.of(file).toFile(), password), password);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            // The last one is for a path at which there is no file.
            throw new IllegalArgumentException(
                    setting + "-file is " + file + ", which cannot be opened ("
                            + e.getClass().getSimpleName() + "); give a PKCS#12 keystore with " + content
                            + ", and its password in " + setting + "-password-file",
                    e);
        }
    }

    private static char[] password(String setting, String file) {
        try {
            return Files.readAllLines(Path.of(file)).get(0).strip().toCharArray();
        } catch (IOException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(
                    setting + "-password-file is '" + file
                            + "'; give a file whose first line is the password of the keystore",
                    e);
        }
    }

    KeyManager[] keys() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys.getKeyManagers();
    }

    /** Every certificate in the file that is trusted, and the first one of every key. */
    List<Certificate> certificates() throws GeneralSecurityException {
        List<Certificate> certificates = new ArrayList<>(ownCertificates());
        for (String alias : Collections.list(store.aliases())) {
            if (store.isCertificateEntry(alias)) {
                certificates.add(store.getCertificate(alias));
            }
        }
        return certificates;
    }

    /** The first certificate of every key in the file. */
    List<Certificate> ownCertificates() throws GeneralSecurityException {
        List<Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.entryInstanceOf(alias, KeyStore.PrivateKeyEntry.class)) {
                certificates.add(store.getCertificate(alias));
            }
        }
        return certificates;
    }
}
