package dev.hebb.api.access;

import dev.hebb.client.PlainText;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * Callers by their certificates, which TLS has verified. Their name is the common name.
 *
 * @param commanders names of those who may command; all others may ask
 */
record ClientCertificates(Set<String> commanders) {
    /**
     * Certificates of the commanders that are named.
     *
     * @param names with commas between them
     */
    static ClientCertificates of(String names) {
        return new ClientCertificates(Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns who has this certificate; empty if it has no common name, several, or one that the audit cannot have. */
    Optional<Caller> caller(X509Certificate certificate) {
        List<String> names = commonNames(certificate);
        if (names.size() != 1
                || names.get(0).isBlank()
                || PlainText.flaw("the name", names.get(0)).isPresent()) {
            return Optional.empty();
        }
        String name = names.get(0);
        return Optional.of(new Caller(name, commanders.contains(name) ? Caller.Role.COMMANDER : Caller.Role.READER));
    }

    private static List<String> commonNames(X509Certificate certificate) {
        List<String> names = new ArrayList<>();
        try {
            for (Rdn part : new LdapName(certificate.getSubjectX500Principal().getName()).getRdns()) {
                Attribute attribute = part.toAttributes().get("CN");
                for (int i = 0; attribute != null && i < attribute.size(); i++) {
                    names.add(String.valueOf(attribute.get(i)));
                }
            }
        } catch (NamingException e) {
            return List.of();
        }
        return names;
    }
}
