package dev.hebb.replay.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The statements of a Python source as tokens. Comments are gone, a text literal is one token, and a statement goes on
 * where Python lets it: inside of brackets and after a backslash. Understands no more of the language than it takes to
 * find assignments at the outermost level.
 */
final class PythonLines {
    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";
    private static final List<String> OPERATORS = List.of(
            "**=", "//=", "<<=", ">>=", "**", "//", "==", "!=", "<=", ">=", "+=", "-=", "*=", "/=", "%=", "->", ":=",
            "<<", ">>");

    private static final Set<String> BLOCKS =
            Set.of("if", "elif", "else", "for", "while", "try", "except", "finally", "with", "def", "class", "async");

    private final String source;
    private final List<Statement> statements = new ArrayList<>();
    private final List<Token> tokens = new ArrayList<>();
    private int at;
    private int line = 1;
    private int depth;
    private boolean lineBegins = true;
    private boolean indented;

    /** Kind of a token. */
    enum Kind {
        NAME,
        NUMBER,
        TEXT,
        OPERATOR
    }

    /** A token as it is written; of a text literal only that it is one. */
    record Token(Kind kind, String text) {
        boolean is(String operator) {
            return kind == Kind.OPERATOR && text.equals(operator);
        }

        boolean isName(String name) {
            return kind == Kind.NAME && text.equals(name);
        }
    }

    /**
     * A statement.
     *
     * @param line where it begins, from 1
     * @param indented whether it belongs to a block: it may run never or many times
     */
    record Statement(int line, boolean indented, List<Token> tokens) {
        Statement {
            tokens = List.copyOf(tokens);
        }

        boolean mentions(String name) {
            return tokens.stream().anyMatch(token -> token.isName(name));
        }
    }

    private PythonLines(String source) {
        this.source = source;
    }

    static List<Statement> of(String source) {
        PythonLines lines = new PythonLines(source);
        lines.read();
        return lines.statements;
    }

    private void read() {
        int begin = line;
        while (at < source.length()) {
            if (tokens.isEmpty()) {
                begin = line;
            }
            char next = source.charAt(at);
            if (next == '\n' || (next == ';' && depth == 0)) {
                end(begin, next == '\n');
            } else if (next == '\\' && continues()) {
                line++;
            } else if (next == '#') {
                skipComment();
            } else if (Character.isWhitespace(next) || next == '\f') {
                indented |= lineBegins && tokens.isEmpty() && next != '\r' && next != '\f';
                at++;
            } else {
                lineBegins = false;
                readToken(next);
            }
        }
        end(begin, true);
    }

    private void end(int begin, boolean lineEnds) {
        at++;
        if (lineEnds) {
            line++;
        }
        if (depth > 0 && at < source.length()) {
            return;
        }
        if (!tokens.isEmpty()) {
            statements.add(new Statement(begin, indented, tokens));
            // What follows in the line of an "if" or a "def" belongs to its block.
            indented |= BLOCKS.contains(tokens.get(0).text());
            tokens.clear();
        }
        if (lineEnds) {
            indented = false;
            lineBegins = true;
        }
    }

    private boolean continues() {
        int end = at + 1;
        if (end < source.length() && source.charAt(end) == '\r') {
            end++;
        }
        boolean continues = end < source.length() && source.charAt(end) == '\n';
        at = continues ? end + 1 : at;
        return continues;
    }

    private void skipComment() {
        while (at < source.length() && source.charAt(at) != '\n') {
            at++;
        }
    }

    private void readToken(char first) {
        if (first == '\'' || first == '"') {
            readText();
        } else if (isDigit(first) || (first == '.' && at + 1 < source.length() && isDigit(source.charAt(at + 1)))) {
            add(Kind.NUMBER, endOfNumber());
        } else if (isNamePart(first)) {
            readNameOrText();
        } else {
            readOperator();
        }
    }

    private void readNameOrText() {
        int end = at;
        while (end < source.length() && isNamePart(source.charAt(end))) {
            end++;
        }
        boolean quoted = end < source.length() && (source.charAt(end) == '\'' || source.charAt(end) == '"');
        String prefix = source.substring(at, end).toLowerCase(Locale.ROOT);
        if (quoted && prefix.length() <= 2 && prefix.matches("[rbuf]+")) {
            at = end;
            readText();
        } else {
            add(Kind.NAME, end);
        }
    }

    /** Moves behind a text literal. A backslash keeps the quote after it from ending the text, in raw text too. */
    private void readText() {
        char quote = source.charAt(at);
        String triple = String.valueOf(quote).repeat(3);
        boolean isTriple = source.startsWith(triple, at);
        String end = isTriple ? triple : String.valueOf(quote);
        at += end.length();
        while (at < source.length() && !source.startsWith(end, at)) {
            char next = source.charAt(at);
            if (next == '\n') {
                line++;
                if (!isTriple) {
                    break;
                }
            }
            boolean escapes = next == '\\' && at + 1 < source.length();
            if (escapes && source.charAt(at + 1) == '\n') {
                line++;
            }
            at += escapes ? 2 : 1;
        }
        at = Math.min(source.length(), at + end.length());
        tokens.add(new Token(Kind.TEXT, "text"));
    }

    private int endOfNumber() {
        int end = at;
        boolean hex = source.startsWith("0x", at) || source.startsWith("0X", at);
        while (end < source.length()) {
            char next = source.charAt(end);
            boolean sign = (next == '+' || next == '-')
                    && !hex
                    && end > at
                    && Character.toLowerCase(source.charAt(end - 1)) == 'e';
            if (!isNamePart(next) && next != '.' && !sign) {
                break;
            }
            end++;
        }
        return end;
    }

    private void readOperator() {
        String operator = OPERATORS.stream()
                .filter(known -> source.startsWith(known, at))
                .findFirst()
                .orElse(source.substring(at, at + 1));
        if (OPENING.contains(operator)) {
            depth++;
        } else if (CLOSING.contains(operator)) {
            depth = Math.max(0, depth - 1);
        }
        add(Kind.OPERATOR, at + operator.length());
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, source.substring(at, end)));
        at = end;
    }

    private static boolean isNamePart(char character) {
        return Character.isLetterOrDigit(character) || character == '_';
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
