package dev.hebb.api;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Host names by which this instance may be addressed: loopback names, and the one that it is advertised by. A web page
 * of another site cannot send with such a name as its own, whatever its domain resolves to. Questions may also be
 * addressed to any numeric address. This is no authentication.
 *
 * @param advertised host, with or without port, by which others reach this instance; empty for none
 */
public record TrustedHosts(String advertised) {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Pattern PORT = Pattern.compile(":\\d+$");

    /** Returns whether the {@code Host} of a request is ours. */
    boolean areAddressedBy(@Nullable String host) {
        return host != null && isOurs(host);
    }

    /**
     * Returns whether the {@code Host} of a question is ours, or a numeric address, which no web site can have as its
     * name.
     */
    boolean mayAsk(@Nullable String host) {
        return host != null && (isOurs(host) || ADDRESS.matcher(name(host)).matches());
    }

    /**
     * Returns whether a request has no {@code Origin}, which is the address of the page that sends it, or one of ours.
     */
    boolean letIn(@Nullable String origin) {
        if (origin == null) {
            return true;
        }
        try {
            String authority = new URI(origin).getRawAuthority();
            return authority != null && isOurs(authority);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private boolean isOurs(String authority) {
        String name = name(authority);
        return LOOPBACK.matcher(name).matches() || (!advertised.isBlank() && name.equals(name(advertised)));
    }

    private static String name(String authority) {
        return PORT.matcher(authority.strip()).replaceFirst("").toLowerCase(Locale.ROOT);
    }
}
