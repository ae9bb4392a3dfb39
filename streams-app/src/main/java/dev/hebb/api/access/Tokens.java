package dev.hebb.api.access;

import dev.hebb.client.PlainText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The tokens of a file: one a line, as {@code reader NAME TOKEN} or {@code commander NAME TOKEN}. Lines that start with
 * {@code #} are comments. Only digests of the tokens are compared, each with every one, so that the time says nothing.
 */
public final class Tokens {
    /** 16 characters of a random generator cannot be guessed over a network. */
    static final int SHORTEST = 16;

    private static final int WORDS = 3;

    private final List<Entry> entries;
    private final String own;

    private record Entry(Caller caller, byte[] digest) {}

    private Tokens(List<Entry> entries, String own) {
        this.entries = entries;
        this.own = own;
    }

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException naming the line, but never a token, if the file cannot be used
     */
    public static Tokens read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "hebb.http.token-file is " + file + ", which cannot be read ("
                            + e.getClass().getSimpleName() + "); give a file with lines such as: commander anna TOKEN",
                    e);
        }
        List<Entry> entries = new ArrayList<>();
        String own = "";
        for (int line = 0; line < lines.size(); line++) {
            String text = lines.get(line).strip();
            if (!text.isEmpty() && !text.startsWith("#")) {
                String[] words = text.split("\\s+");
                entries.add(entry(words, "line " + (line + 1) + " of " + file));
                own = own.isEmpty() ? words[WORDS - 1] : own;
            }
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("hebb.http.token-file is " + file
                    + ", which has no token; give it lines such as: commander anna TOKEN");
        }
        return new Tokens(entries, own);
    }

    private static Entry entry(String[] words, String where) {
        if (words.length != WORDS) {
            throw new IllegalArgumentException("hebb.http.token-file: " + where + " has " + words.length
                    + " words, not the three of: commander anna TOKEN");
        }
        if (words[2].length() < SHORTEST) {
            throw new IllegalArgumentException("hebb.http.token-file: the token in " + where + " has fewer than "
                    + SHORTEST + " characters; make one with: openssl rand -hex 24");
        }
        PlainText.flaw("the name in " + where, words[1]).ifPresent(flaw -> {
            throw new IllegalArgumentException("hebb.http.token-file: " + flaw);
        });
        return switch (words[0].toLowerCase(Locale.ROOT)) {
            case "reader" -> new Entry(new Caller(words[1], Caller.Role.READER), digest(words[2]));
            case "commander" -> new Entry(new Caller(words[1], Caller.Role.COMMANDER), digest(words[2]));
            default ->
                throw new IllegalArgumentException(
                        "hebb.http.token-file: " + where + " starts neither with reader nor with commander");
        };
    }

    /** Returns the caller who has this token; empty if it is none of the tokens. */
    public Optional<Caller> caller(String token) {
        byte[] digest = digest(token);
        Optional<Caller> found = Optional.empty();
        for (Entry entry : entries) {
            if (MessageDigest.isEqual(entry.digest, digest)) {
                found = Optional.of(entry.caller);
            }
        }
        return found;
    }

    /** The first token of the file, which instances show each other. */
    String own() {
        return own;
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
