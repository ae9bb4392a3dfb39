package dev.hebb.api.access;

import dev.hebb.client.TestTls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import org.jspecify.annotations.Nullable;

/** A certificate authority, keystores with certificates that it signed, and clients that show them. */
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
        TestTls.addKey(keys, passwordFile(), OWN, "CN=" + name, "-ext", "bc:c");
    }

    Path passwordFile() {
        return folder.resolve("password");
    }

    /** A keystore with a new key, whose certificate has that subject and the loopback address. */
    Path signed(String file, String subject) throws Exception {
        Path signed = Files.copy(keys, folder.resolve(file));
        TestTls.addKey(signed, passwordFile(), "client", subject, "-signer", OWN, "-ext", TestTls.FOR_LOOPBACK);
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
        return TestTls.open(file, PASSWORD);
    }

    static Path write(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        return TestTls.write(store, file, PASSWORD);
    }

    /** A client that trusts the authority, and shows the certificate of this keystore if its issuer is asked for. */
    HttpClient client(@Nullable Path keystore) throws IOException, GeneralSecurityException {
        return HttpClient.newBuilder()
                .sslContext(TestTls.context(keystore, truststore("PKCS12"), PASSWORD))
                .build();
    }
}
