package dev.hebb.e2e;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/** Keys and self-signed certificates by the JDK's keytool, in a directory; all with one password. */
record KeyPairs(Path directory, String password) {
    /** Makes a key store of one key whose certificate is of that name and of the loopback address. */
    Path key(String name) throws IOException, InterruptedException {
        Path store = directory.resolve(name + ".p12");
        Path passwordFile = Files.writeString(directory.resolve(name + ".password"), password + "\n");
        int exit = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        name,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + name,
                        "-ext",
                        "SAN=dns:localhost,ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass:file",
                        passwordFile.toString())
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("keytool cannot make " + store);
        }
        return store;
    }

    /** Makes a trust store of the certificates of those names. */
    Path trust(String... names) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, password.toCharArray());
        for (String name : names) {
            KeyStore key = KeyStore.getInstance(directory.resolve(name + ".p12").toFile(), password.toCharArray());
            trust.setCertificateEntry(name, key.getCertificate(name));
        }
        Path store = directory.resolve("trust-" + String.join("-", names) + ".p12");
        try (OutputStream out = Files.newOutputStream(store)) {
            trust.store(out, password.toCharArray());
        }
        return store;
    }
}
