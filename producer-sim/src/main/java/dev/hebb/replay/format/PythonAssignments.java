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
 * last one counts. What is not understood is no number; it is refused where the name asked for depends on it.
 */
final class PythonAssignments {
    private static final Set<String> ASSIGNS = Set.of("=", "+=", "-=", "*=", "/=", "//=", "%=", "**=");

    /** Words that look like a typed name in front of a colon. */
    private static final Set<String> KEYWORDS = Set.of("else", "try", "finally", "lambda");

    /** Statements that use a name and cannot give it another value. */
    private static final Set<String> HARMLESS = Set.of("print", "assert");

    private final Map<String, Number> numbers = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();

    private PythonAssignments() {}

    /**
     * The number of a name; empty if it is never mentioned.
     *
     * @param file for messages
     */
    static Optional<Number> number(String source, String name, String file) throws UnreadableRecordingException {
        PythonAssignments assignments = new PythonAssignments();
        for (Statement statement : PythonLines.of(source)) {
            assignments.run(statement, name);
        }
        String problem = assignments.problems.get(name);
        if (problem != null) {
            throw new UnreadableRecordingException(file + ", " + problem + "; write the number itself, as in " + name
                    + " = 30000.0, or give --sample-rate");
        }
        return Optional.ofNullable(assignments.numbers.get(name));
    }

    private void run(Statement statement, String wanted) {
        if (HARMLESS.contains(statement.tokens().get(0).text())
                && statement.tokens().stream().noneMatch(token -> token.is(":="))) {
            return;
        }
        List<List<Token>> parts = split(statement.tokens());
        boolean plain = parts.size() > 1 && !statement.indented();
        for (int part = 0; plain && part < parts.size() - 1; part++) {
            plain = isTarget(parts.get(part));
        }
        if (plain) {
            assign(statement, parts);
        } else if (statement.mentions(wanted)) {
            String why =
                    statement.indented() ? " is in an indented block, which may not run" : " is no plain assignment";
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
                numbers.put(target.get(0).text(), number);
                problems.remove(target.get(0).text());
            }
        } catch (ArithmeticException e) {
            for (List<Token> target : parts.subList(0, parts.size() - 1)) {
                forget(target.get(0).text(), "line " + statement.line() + ": " + because(e, value));
            }
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
