package dev.hebb.config;

import org.jspecify.annotations.Nullable;

/** A setting cannot be used. The message names it, its value, and what to change. */
public final class BadSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public BadSettingException(String name, @Nullable String value, String problem, @Nullable Throwable cause) {
        super("setting " + name + " = '" + value + "': " + problem, cause);
    }
}
