package dev.hebb.e2e;

import dev.hebb.client.TestTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Keys and self-signed certificates in a directory, all with one password. */
record KeyPairs(Path directory, String password) {
    /** Makes a key store of one key whose certificate is of that name and of the loopback address. */
    void key(String name) throws IOException, InterruptedException {
        Path passwordFile = Files.writeString(directory.resolve(name + ".password"), password + "\n");
        TestTls.addKey(store(name), passwordFile, name, "CN=" + name, "-ext", TestTls.FOR_LOOPBACK);
    }

    /** The key store of that name. */
    Path store(String name) {
        return directory.resolve(name + ".p12");
    }

    /** Makes a trust store of the certificates of those names. */
    Path trust(String... names) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (String name : names) {
            trust.setCertificateEntry(name, TestTls.open(store(name), password).getCertificate(name));
        }
        return TestTls.write(trust, store("trust-" + String.join("-", names)), password);
    }
}
