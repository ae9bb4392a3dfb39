package dev.hebb.api.access;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/** A certificate authority by the JDK's keytool, and keystores with certificates that it signed. */
final class TestAuthority {
    static final String PASSWORD = "marker-of-password";

    private static final String OWN = "authority";

    private final Path folder;
    private final Path keys;

    /** An authority of that name, with all its files in the folder. */
    TestAuthority(Path folder, String name) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.keys = folder.resolve(name + ".p12");
        Files.writeString(passwordFile(), PASSWORD + "\n");
        keytool(keys, OWN, "CN=" + name, "-ext", "bc:c");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    /** A keystore with a new key, whose certificate has that subject and the loopback address. */
    Path signed(String file, String subject) throws Exception {
        Path signed = Files.copy(keys, folder.resolve(file));
        keytool(signed, "client", subject, "-signer", OWN, "-ext", "SAN=dns:localhost,ip:127.0.0.1");
        KeyStore store = open(signed);
        store.deleteEntry(OWN);
        return write(store, signed);
    }

    /** A keystore with the authority's certificate and no key, of the type PKCS12 or JKS. */
    Path truststore(String type) throws IOException, GeneralSecurityException {
        KeyStore trusted = KeyStore.getInstance(type);
        trusted.load(null, null);
        trusted.setCertificateEntry(OWN, open(keys).getCertificate(OWN));
        return write(trusted, folder.resolve("trusted-" + type));
    }

    static KeyStore open(Path file) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    }

    static Path write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private void keytool(Path keystore, String alias, String subject, String... more)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        line.addAll(List.of("-alias", alias, "-keyalg", "EC", "-dname", subject, "-storetype", "PKCS12"));
        line.addAll(List.of(
                "-keystore",
                keystore.toString(),
                "-storepass:file",
                passwordFile().toString()));
        line.addAll(List.of(more));
        if (new ProcessBuilder(line).inheritIO().start().waitFor() != 0) {
            throw new IOException("keytool cannot make " + keystore);
        }
    }
}
