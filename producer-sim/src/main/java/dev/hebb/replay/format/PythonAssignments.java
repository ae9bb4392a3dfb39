package dev.hebb.replay.format;

import dev.hebb.replay.format.PythonLines.Statement;
import dev.hebb.replay.format.PythonLines.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The number that a Python source gives to a name, as Python would: assignments at the outermost level, in order, the
 * last one counts. What is not understood is no number; it is refused where the name asked for depends on it. Code that
 * may set names without writing them, such as {@code exec} and {@code from rig import *}, makes all of them unknown.
 */
final class PythonAssignments {
    private static final Set<String> ASSIGNS = Set.of("=", "+=", "-=", "*=", "/=", "//=", "%=", "**=");

    /** Words that look like a typed name in front of a colon. */
    private static final Set<String> KEYWORDS = Set.of("else", "try", "finally", "lambda");

    /** Functions and attributes by which code sets names that it does not write. */
    private static final Set<String> HIDDEN =
            Set.of("exec", "execfile", "eval", "globals", "locals", "vars", "setattr", "__dict__", "__builtins__");

    /** Statements that use a name and cannot give it another value. */
    private static final Set<String> HARMLESS = Set.of("print", "assert");

    private static final String EVERY = "*";

    private final Map<String, Number> numbers = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    /** Names that a function sets whenever it is called, and all names if one does so without writing them. */
    private final Map<String, String> setByFunctions = new HashMap<>();

    private PythonAssignments() {}

    /**
     * The number of a name; empty if it is never mentioned.
     *
     * @param file for messages
     */
    static Optional<Number> number(String source, String name, String file) throws UnreadableRecordingException {
        PythonAssignments assignments = new PythonAssignments();
        List<Statement> statements = PythonLines.of(source);
        statements.forEach(assignments::findFunction);
        for (Statement statement : statements) {
            assignments.run(statement, name);
        }
        String problem = assignments.problems.get(name);
        if (problem != null) {
            throw new UnreadableRecordingException(file + ", " + problem + "; write the number itself, as in " + name
                    + " = 30000.0, or give --sample-rate");
        }
        return Optional.ofNullable(assignments.numbers.get(name));
    }

    /** A function may be called anywhere, so that what it sets is not known from the first line on. */
    private void findFunction(Statement statement) {
        List<Token> tokens = statement.tokens();
        boolean later = statement.indented() || tokens.stream().anyMatch(PythonAssignments::isFunction);
        if (tokens.stream().anyMatch(token -> token.isName("global"))) {
            tokens.stream()
                    .dropWhile(token -> !token.isName("global"))
                    .forEach(token -> setByFunctions.put(
                            token.text(), "line " + statement.line() + ": a function sets " + token.text()));
        } else if (later && isHidden(tokens)) {
            setByFunctions.put(EVERY, "line " + statement.line() + ": " + hidden(tokens) + " may set any name");
        }
    }

    private static boolean isHidden(List<Token> tokens) {
        boolean importsAll =
                tokens.get(0).isName("from") && tokens.get(tokens.size() - 1).is("*");
        return importsAll || tokens.stream().anyMatch(PythonAssignments::isSetter);
    }

    private static boolean isSetter(Token token) {
        return token.kind() == PythonLines.Kind.NAME && HIDDEN.contains(token.text());
    }

    private static boolean isFunction(Token token) {
        return token.isName("def") || token.isName("lambda");
    }

    /** What sets names, for a message. */
    private static String hidden(List<Token> tokens) {
        return tokens.stream()
                .filter(PythonAssignments::isSetter)
                .findFirst()
                .map(Token::text)
                .orElse("import *");
    }

    private void run(Statement statement, String wanted) {
        if (isHidden(statement.tokens())) {
            String why = "line " + statement.line() + ": " + hidden(statement.tokens()) + " may set any name";
            List.copyOf(numbers.keySet()).forEach(name -> forget(name, why));
            forget(wanted, why);
            return;
        }
        boolean walrus = statement.tokens().stream().anyMatch(token -> token.is(":="));
        if (HARMLESS.contains(statement.tokens().get(0).text()) && !walrus) {
            return;
        }
        List<List<Token>> parts = split(statement.tokens());
        boolean plain = parts.size() > 1 && !statement.indented() && !walrus;
        for (int part = 0; plain && part < parts.size() - 1; part++) {
            plain = isTarget(parts.get(part));
        }
        if (plain) {
            assign(statement, parts);
        } else if (statement.mentions(wanted)) {
            String why =
                    statement.indented() ? " is in an indented block, which may not run" : " is not a plain assignment";
            forget(wanted, "line " + statement.line() + ": this line about " + wanted + why);
        } else {
            // Names that a block, an import or a tuple may set have no known value any more.
            statement.tokens().stream()
                    .filter(token -> numbers.containsKey(token.text()))
                    .forEach(token -> forget(token.text(), "line " + statement.line() + " may change it"));
        }
    }

    /** The targets and the value of an assignment; one part if there is none. */
    private static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        int begin = 0;
        int depth = 0;
        for (int k = 0; k < tokens.size(); k++) {
            Token token = tokens.get(k);
            if (token.is("(") || token.is("[") || token.is("{")) {
                depth++;
            } else if (token.is(")") || token.is("]") || token.is("}")) {
                depth--;
            } else if (depth == 0 && token.kind() == PythonLines.Kind.OPERATOR && ASSIGNS.contains(token.text())) {
                parts.add(tokens.subList(begin, k));
                begin = k + 1;
            }
        }
        parts.add(tokens.subList(begin, tokens.size()));
        return parts;
    }

    /** A name alone, or with its type as in {@code rate: float}. */
    private static boolean isTarget(List<Token> part) {
        return !part.isEmpty()
                && part.get(0).kind() == PythonLines.Kind.NAME
                && !KEYWORDS.contains(part.get(0).text())
                && (part.size() == 1 || part.get(1).is(":"));
    }

    private void assign(Statement statement, List<List<Token>> parts) {
        List<Token> value = parts.get(parts.size() - 1);
        Token operator = statement.tokens().get(parts.get(0).size());
        String first = parts.get(0).get(0).text();
        try {
            List<Token> whole = operator.is("=") ? value : augmented(first, operator, value);
            Number number = PythonArithmetic.value(whole, numbers);
            for (List<Token> target : parts.subList(0, parts.size() - 1)) {
                put(target.get(0).text(), number);
            }
        } catch (ArithmeticException e) {
            for (List<Token> target : parts.subList(0, parts.size() - 1)) {
                forget(target.get(0).text(), "line " + statement.line() + ": " + because(e, value));
            }
        }
    }

    private void put(String name, Number number) {
        String unknown = setByFunctions.getOrDefault(name, setByFunctions.get(EVERY));
        if (unknown == null) {
            numbers.put(name, number);
            problems.remove(name);
        } else {
            forget(name, unknown);
        }
    }

    /** {@code a op= b} as {@code a op (b)}. */
    private static List<Token> augmented(String name, Token operator, List<Token> value) {
        String plain = operator.text().substring(0, operator.text().length() - 1);
        List<Token> whole = new ArrayList<>();
        whole.add(new Token(PythonLines.Kind.NAME, name));
        whole.add(new Token(PythonLines.Kind.OPERATOR, plain));
        whole.add(new Token(PythonLines.Kind.OPERATOR, "("));
        whole.addAll(value);
        whole.add(new Token(PythonLines.Kind.OPERATOR, ")"));
        return whole;
    }

    private String because(ArithmeticException e, List<Token> value) {
        return value.stream()
                .filter(token -> token.kind() == PythonLines.Kind.NAME && problems.containsKey(token.text()))
                .findFirst()
                .map(token -> token.text() + " has no known value (" + problems.get(token.text()) + ")")
                .orElse(String.valueOf(e.getMessage()));
    }

    private void forget(String name, String problem) {
        numbers.remove(name);
        problems.put(name, problem);
    }
}
