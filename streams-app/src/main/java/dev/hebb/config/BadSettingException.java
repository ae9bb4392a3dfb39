package dev.hebb.config;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A setting cannot be used. The message names it, its value, and what to change. */
public final class BadSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final Pattern SECRET =
            Pattern.compile("token|password|passwd|secret|jaas|credential|user.?info|key$", Pattern.CASE_INSENSITIVE);

    /** Returns whether the value of a setting of this name, which may be misspelt, is better not shown. */
    private static boolean mayBeSecret(String name) {
        return SECRET.matcher(name).find();
    }

    public BadSettingException(String name, @Nullable String value, String problem, @Nullable Throwable cause) {
        super("setting " + name + (mayBeSecret(name) ? "" : " = '" + value + "'") + ": " + problem, cause);
    }
}
